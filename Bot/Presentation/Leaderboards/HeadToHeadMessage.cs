using System.Text;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Discord.Messages;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Leaderboards;

/// <summary>Two models beside each other: what to expect, what happened, where both stand.</summary>
internal static class HeadToHeadMessage
{
    public static OutgoingMessage Compose(HeadToHead pair, Chart? chart, ChartRendering? rendering)
    {
        var (a, b) = (ModelNames.Tag(pair.A.Model.Tag), ModelNames.Tag(pair.B.Model.Tag));
        var text = new StringBuilder()
            .Append(Expected(pair, a, b)).Append('\n')
            .Append(Actual(pair, a, b)).Append('\n');
        foreach (var system in new[] { RatingSystem.BradleyTerry, RatingSystem.Elo, RatingSystem.Score })
        {
            if (pair.A.RatingOf(system) is { } ratingA && pair.B.RatingOf(system) is { } ratingB)
                text.Append($"**{SystemNames.Of(system)}** {a} {RatingLine.Of(ratingA)} · {b} {RatingLine.Of(ratingB)}\n");
        }

        foreach (var (model, name) in new[] { (pair.A.Model, pair.NameA), (pair.B.Model, pair.NameB) })
        {
            if (model.Flag is { } flag)
                text.Append(ModelNames.Flagged(name, flag)).Append('\n');
        }

        return PictureMessage.Compose($"{Short(pair.A.Model.Tag)} against {Short(pair.B.Model.Tag)}", text.ToString().TrimEnd(), "head-to-head.png", chart, rendering);
    }

    // Two of them, each mark in them escaped, stand in the 256 characters of a title.
    private static string Short(string tag) => SafeText.Plain(TextBox.Plain(tag, 60));

    private static string Expected(HeadToHead pair, string a, string b)
    {
        if (pair.Expected is { } expected)
            return $"**Expected** {Shares(a, b, expected)} of the ballots, by Bradley–Terry";
        return (pair.A.Record.Battles, pair.B.Record.Battles) switch
        {
            (0, 0) => "**Expected** Neither has a counted battle in this server yet. Start one with /battle.",
            (0, _) => $"**Expected** {a} has no counted battle in this server yet.",
            (_, 0) => $"**Expected** {b} has no counted battle in this server yet.",
            _ => "**Expected** Bradley–Terry does not have both of them yet.",
        };
    }

    private static string Actual(HeadToHead pair, string a, string b)
    {
        var record = pair.Record;
        if (pair.Actual is not { } actual || record.Battles == 0)
            return "**Actual** They have not met in this server yet.";
        return $"**Actual** {Shares(a, b, actual)} of {Numbers.Count(record.Ballots, "ballot")}\n"
            + $"**Battles** {a} won {Numbers.Count(record.Wins)}, {b} won {Numbers.Count(record.Losses)}, {Numbers.Count(record.Ties, "tie")}";
    }

    private static string Shares(string a, string b, double share)
    {
        var (ofA, ofB) = DisplayNumbers.Percents(share);
        return $"{a} {ofA} · {b} {ofB}";
    }
}
