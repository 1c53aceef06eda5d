using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Discord.Messages;

namespace Bot.Presentation;

/// <summary>A page of a board: the picture, the same as a table, and buttons to turn pages.</summary>
internal static class LeaderboardMessage
{
    public static OutgoingMessage Compose(StandingsPage page, BoardAddress address, Chart? chart, ChartRendering? rendering)
    {
        var whose = address.Everywhere ? "everywhere" : "this server";
        var which = page.Count == 1 ? "" : $" · page {page.Number} of {page.Count}";
        var message = PictureMessage.Compose(
            $"{address.System} · {whose}{which}", StandingsText.Block(page), "leaderboard.png", chart, rendering);
        return page.Count == 1 ? message : message with { Components = [Pages(page, address)] };
    }

    private static ActionRow Pages(StandingsPage page, BoardAddress address) => new(
        Turn(address, page.Number - 1, "Previous", page.Number > 1),
        Turn(address, page.Number + 1, "Next", page.Number < page.Count));

    private static Component.Button Turn(BoardAddress address, int to, string label, bool possible) =>
        new((address with { Page = Math.Max(0, to) }).ButtonId, label, Disabled: !possible);
}
