using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Leaderboards;

/// <summary>A page of a board: the picture, the same as a table, what its numbers mean, and buttons to turn pages.</summary>
internal static class LeaderboardMessage
{
    private const int FlagsTold = 3;

    public static OutgoingMessage Compose(StandingsPage page, BoardAddress address, Chart? chart, ChartRendering? rendering)
    {
        var text = page.Rows.Count == 0 ? Empty(address) : $"{StandingsText.Block(page)}\n{string.Join('\n', [.. Notes(page.Standings), .. Flags(page)])}";
        return PictureMessage.Compose(Title(page, address), text, "leaderboard.png", chart, rendering) with
        {
            Components = PageButtons.Of(page.Number, page.Count, to => (address with { Page = to }).ButtonId),
        };
    }

    private static string Title(StandingsPage page, BoardAddress address)
    {
        string[] parts =
        [
            address.StyleControlled ? $"{SystemNames.Of(address.System)}, style-controlled" : SystemNames.Of(address.System),
            address.Category ?? "",
            address.Everywhere ? "everywhere" : "this server",
            page.Count == 1 ? "" : $"page {page.Number} of {page.Count}",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static string Empty(BoardAddress address)
    {
        var where = address.Everywhere ? "anywhere" : "here";
        if (address.StyleControlled)
            return $"No battle{(address.Category is { } about ? $" about {about}" : "")} that counts {where} has the length and layout of both answers stored. Leave style out to see all battles.";
        return address.Category is { } category
            ? $"No battle about {category} has been counted {where} yet. Start one with /battle and that category, or leave category out."
            : $"No battle has been counted {where} yet. Start one with /battle.";
    }

    private static IEnumerable<string> Notes(Standings board)
    {
        var last = board.AsOf is { } at ? $", the last {DiscordTime.Relative(at)}" : "";
        yield return $"{Numbers.Count(board.Ballots, "ballot")} in {Numbers.Count(board.Battles, "battle")}{last}.";
        if (board.Rows.Any(row => row.Interval is not null))
            yield return "± is the 95 % interval, by battle: how sure this community's ballots are. Models it does not tell apart share a rank.";
        if (board.PointsPerLengthUnit is { } points)
            yield return $"Length and layout are held equal. One unit of length, a typical difference in tokens, is worth {Numbers.Points(points)}.";
        if (board.UsesSize)
            yield return StandingsText.SizeHandicap + ".";
        if (board.System == RatingSystem.Score)
            yield return "Score is the battles won out of all battles plus one.";
    }

    private static IEnumerable<string> Flags(StandingsPage page) => page.Rows
        .Where(row => row.Model.Flag is not null)
        .Take(FlagsTold)
        .Select(row => ModelNames.Flagged(row.Name, row.Model.Flag!));
}
