using System.Globalization;
using Arena.Core.Leaderboards;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Moderation;

/// <summary>Yesterday in a server, above its board.</summary>
internal static class SummaryMessage
{
    /// <param name="board">The server's board, as <c>/leaderboard</c> shows it.</param>
    public static OutgoingMessage Compose(ServerId server, DailySummary summary, OutgoingMessage board) => new()
    {
        Content = string.Join('\n', Lines(server, summary)),
        Embeds = board.Embeds,
        Files = board.Files,
    };

    private static IEnumerable<string> Lines(ServerId server, DailySummary summary)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"**Yesterday**, {summary.Day:d MMMM}: {Numbers.Count(summary.Battles, "battle")} with {Numbers.Count(summary.Ballots, "vote")} of {Numbers.Count(summary.Voters, "member")}.");
        // Who stands where they stood, by the numbers shown, did not move.
        var movers = summary.Movers.Where(mover => Math.Round(mover.Before) != Math.Round(mover.After)).Select(Moved).ToList();
        if (movers.Count > 0)
            yield return $"**Movers** {string.Join(" · ", movers)}, in Elo.";
        if (summary.Closest is { } close)
            yield return $"**Closest** {ModelNames.Tag(close.ModelA)} and {ModelNames.Tag(close.ModelB)}, {close.Tally.A} : {close.Tally.B}{Level(close)}{Link(server, close)}.";
        if (summary.MostActive.Count > 0)
            yield return $"**Most active** {string.Join(" · ", summary.MostActive.Select(voter => $"{Members.Mention(voter.Member)} {Numbers.Count(voter.Ballots, "vote")}"))}.";
    }

    private static string Moved(Mover mover) => $"{ModelNames.Tag(mover.Tag)} {Numbers.Move(mover.Before, mover.After)}";

    private static string Level(CloseBattle close) => close.Tally.Level == 0 ? "" : $" with {Numbers.Count(close.Tally.Level)} for neither";

    private static string Link(ServerId server, CloseBattle close) =>
        close.Message is { } message ? $": {MessageLinks.To(server, close.Channel, message)}" : "";
}
