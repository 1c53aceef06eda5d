using System.Globalization;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>A board's picture in words, for those who do not see it.</summary>
internal static class LeaderboardAltText
{
    public static string Of(StandingsPage page, string? serverName)
    {
        var board = page.Standings;
        var where = $"{ScopeWords.System(board.System)} leaderboard, {ScopeWords.Category(board.Scope)}, {ScopeWords.Place(board.Scope, serverName)}";
        if (page.Rows.Count == 0)
            return Shortened($"{where}: no battle has been counted here yet.");
        var top = page.Rows.Take(3).Select(r =>
            $"{r.Rank?.ToString(CultureInfo.InvariantCulture) ?? "unranked"} {DisplayText.Shorten(r.Name, 60)} {DisplayNumbers.Rating(board.System, r.Rating)}");
        var pages = page.Count > 1 ? $", page {page.Number} of {page.Count}" : "";
        return Shortened(
            $"{where}{pages}: {string.Join(", ", top)}. {DisplayNumbers.Counted(board.Rows.Count, "model")}, "
            + $"{DisplayNumbers.Counted(board.Ballots, "ballot")} in {DisplayNumbers.Counted(board.Battles, "battle")}.");
    }

    // Discord takes 1,024 characters.
    private static string Shortened(string text) => DisplayText.Shorten(text, 1000, t => t.Length);
}
