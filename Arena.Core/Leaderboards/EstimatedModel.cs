using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>What a fit says of a model.</summary>
/// <param name="Rating">In points.</param>
/// <param name="Interval">Null for a model that is ranked alone.</param>
/// <param name="Rank">Null while provisional.</param>
internal sealed record EstimatedModel(string Tag, double Rating, RatingInterval? Interval, int? Rank, BattleRecord Record);
