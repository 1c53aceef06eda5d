using Arena.Core.Leaderboards;

namespace Arena.Core.Storage;

/// <summary>All rating tables as they follow from the battles, in memory.</summary>
/// <param name="Battles">How many battles count.</param>
/// <param name="Standings">The rows of Elo and Score in <c>ratings</c>, in no order.</param>
/// <param name="Moves">The rows of <c>rating_history</c>.</param>
/// <param name="Boards">The official boards of all battles.</param>
/// <param name="BoardsOfMoments">The rows of official boards at the moments that were asked for, in no order.</param>
/// <param name="Days">The rows of <c>rating_days</c>, in no order.</param>
internal sealed record ComputedRatings(
    int Battles, IReadOnlyCollection<RatingRow> Standings, MoveLog Moves, IReadOnlyList<BradleyTerryBoard> Boards,
    IReadOnlyList<RatingRow> BoardsOfMoments, IReadOnlyList<RatingDay> Days);
