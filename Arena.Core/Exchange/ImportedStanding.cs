using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>A model's place on a board computed from a file.</summary>
/// <param name="Model">The name as the file has it.</param>
/// <param name="Rating">Points, or the Score.</param>
/// <param name="Lower">The lower end of the 95 % interval; null where the system has none.</param>
/// <param name="Upper">The upper end of the 95 % interval; null where the system has none.</param>
/// <param name="Rank">Null while provisional.</param>
/// <param name="Record">Wins, losses and ties by verdict, and ballots.</param>
public sealed record ImportedStanding(string Model, double Rating, double? Lower, double? Upper, int? Rank, BattleRecord Record);
