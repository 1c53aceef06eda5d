namespace Arena.Core.Leaderboards;

/// <summary>How far the stored history of a board goes.</summary>
/// <param name="Epoch">How many times all ratings have been computed again, and those of the board's scope alone.</param>
/// <param name="LastDay">The last day whose board is stored; null when there is none.</param>
internal readonly record struct BoardMark(long Epoch, long? LastDay);
