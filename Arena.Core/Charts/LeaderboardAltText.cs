using System.Globalization;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>A board's picture in words, for those who do not see it.</summary>
internal static class LeaderboardAltText
{
    public static string Of(StandingsPage page, string? serverName)
    {
        var board = page.Standings;
        var controlled = board.IsStyleControlled ? ", style-controlled" : "";
        var where = $"{ScopeWords.System(board.System)} leaderboard{controlled}, {ScopeWords.Category(board.Scope)}, {ScopeWords.Place(board.Scope, serverName)}";
        if (page.Rows.Count == 0)
            return $"{where}: no battle has been counted here yet.";
        var top = page.Rows.Take(3).Select(r => Row(board, r));
        var pages = page.Count > 1 ? $", page {page.Number} of {page.Count}" : "";
        return $"{where}{pages}: {AltTexts.List(top)}. {DisplayNumbers.Counted(board.Rows.Count, "model")}, "
            + $"{DisplayNumbers.Counted(board.Ballots, "ballot")} in {DisplayNumbers.Counted(board.Battles, "battle")}.";
    }

    private static string Row(Standings board, Standing row)
    {
        var rank = row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "unranked";
        var interval = row.Interval is { } i
            ? $" ({DisplayNumbers.Rating(board.System, i.Lower)} to {DisplayNumbers.Rating(board.System, i.Upper)})"
            : "";
        return $"{rank} {AltTexts.Name(row.Model, row.Name)} {DisplayNumbers.Rating(board.System, row.Rating)}{interval}";
    }
}
