using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>The official board of a scope at one moment. It never changes: the next moment is another board.</summary>
/// <param name="Scope">What is counted.</param>
/// <param name="Fit">Strengths, intervals and ranks; without a model before the first counted battle.</param>
/// <param name="Sums">What it was fitted from, pair by pair; to be read only.</param>
/// <param name="AsOf">When the last battle in it settled; null before any.</param>
/// <param name="Epoch">Which replay of all ratings it belongs to.</param>
public sealed record BradleyTerryBoard(Scope Scope, BradleyTerryFit Fit, PairSums Sums, DateTimeOffset? AsOf, long Epoch);
