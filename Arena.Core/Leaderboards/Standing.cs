using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Leaderboards;

/// <summary>One row of a board.</summary>
/// <param name="Rank">From 1; models that can not be told apart share one. Null while provisional.</param>
/// <param name="Model">The model; retired and flagged ones keep their place.</param>
/// <param name="Name">What the board calls it: its display name cleaned, or its tag where two models share that name.</param>
/// <param name="Rating">In the unit of the board's system.</param>
/// <param name="Interval">Null where the system has none.</param>
/// <param name="Record">Its counted battles and their ballots in the scope.</param>
public sealed record Standing(int? Rank, Model Model, string Name, double Rating, RatingInterval? Interval, BattleRecord Record)
{
    /// <summary>Too few battles for a rank; stands below, marked <c>?</c>.</summary>
    public bool IsProvisional => Rank is null;
}
