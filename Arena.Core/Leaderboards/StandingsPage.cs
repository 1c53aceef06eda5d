namespace Arena.Core.Leaderboards;

/// <summary>At most <see cref="Standings.RowsPerPage"/> rows of a board.</summary>
/// <param name="Standings">The whole board.</param>
/// <param name="Number">From 1.</param>
/// <param name="Rows">The rows of this page.</param>
public sealed record StandingsPage(Standings Standings, int Number, IReadOnlyList<Standing> Rows)
{
    /// <summary>How many pages the board has.</summary>
    public int Count => Standings.PageCount;
}
