using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>One model's card: where it stands and how it got there.</summary>
/// <param name="Model">The model.</param>
/// <param name="Scope">What is counted.</param>
/// <param name="Ratings">A rating for each system; empty when it has no counted battle in the scope.</param>
/// <param name="Record">Wins, losses, ties and ballots.</param>
/// <param name="LastTen">Its last ten counted battles, newest first.</param>
public sealed record ModelRecord(
    Model Model, Scope Scope, IReadOnlyList<ModelRating> Ratings, BattleRecord Record, IReadOnlyList<RecentBattle> LastTen)
{
    /// <summary>Its rating under a system; null when it has none.</summary>
    public ModelRating? RatingOf(RatingSystem system) => Ratings.FirstOrDefault(r => r.System == system);
}
