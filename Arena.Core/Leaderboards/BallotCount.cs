namespace Arena.Core.Leaderboards;

/// <summary>Counted ballots of the battles with one value of a property.</summary>
/// <param name="Value">A language's code (<c>und</c> when it is not known) or a category; null where battles have none.</param>
/// <param name="Ballots">Counted ballots.</param>
/// <param name="Battles">Battles they were cast in.</param>
public sealed record BallotCount(string? Value, int Ballots, int Battles);
