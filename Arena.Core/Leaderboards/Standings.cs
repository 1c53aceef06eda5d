using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>A board.</summary>
/// <param name="System">What it ranks by.</param>
/// <param name="Scope">What it counts.</param>
/// <param name="Rows">In order of place: ranked models, then provisional ones.</param>
/// <param name="Battles">Counted battles in the scope.</param>
/// <param name="Ballots">Counted ballots in the scope.</param>
/// <param name="AsOf">When the last of these battles settled; null when there is none.</param>
/// <param name="UsesSize">Whether sizes count in these ratings, which the board must say.</param>
/// <param name="ProvisionalBelow">Counted battles below which a model is provisional; 0 where none is.</param>
public sealed record Standings(
    RatingSystem System, Scope Scope, IReadOnlyList<Standing> Rows, int Battles, int Ballots, DateTimeOffset? AsOf,
    bool UsesSize, int ProvisionalBelow)
{
    /// <summary>
    /// What one unit of length (tokens against tokens, see docs/ratings.md) is worth in points, where style is controlled for; null on
    /// every other board.
    /// </summary>
    public double? PointsPerLengthUnit { get; init; }

    /// <summary>Whether ratings are what is left when length and layout are held equal.</summary>
    public bool IsStyleControlled => PointsPerLengthUnit is not null;

    /// <summary>Rows of a page, in the picture as in the text.</summary>
    public const int RowsPerPage = 15;

    /// <summary>At least 1: an empty board is one empty page.</summary>
    public int PageCount => Math.Max(1, (Rows.Count + RowsPerPage - 1) / RowsPerPage);

    /// <summary>A page from 1; a number outside gives the nearest page, since buttons outlive boards.</summary>
    public StandingsPage Page(int number)
    {
        var kept = Math.Clamp(number, 1, PageCount);
        return new StandingsPage(this, kept, [.. Rows.Skip((kept - 1) * RowsPerPage).Take(RowsPerPage)]);
    }
}
