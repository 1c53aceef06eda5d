using System.Text;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Leaderboards;

namespace Bot.Presentation.Roster;

/// <summary>One model: where it stands, what it did, how it came there.</summary>
internal static class ModelCardMessage
{
    public static OutgoingMessage Compose(ModelRecord record, Chart? chart, ChartRendering? rendering)
    {
        var text = new StringBuilder();
        if (Facts(record.Model) is { Length: > 0 } facts)
            text.Append(facts).Append("\n\n");
        if (record.Record.Battles == 0)
            text.Append("No counted battle in this server yet.");
        else
            AppendStanding(text, record);
        return PictureMessage.Compose(ModelNames.Tag(record.Model.Tag), text.ToString(), "history.png", chart, rendering);
    }

    private static void AppendStanding(StringBuilder text, ModelRecord record)
    {
        foreach (var rating in record.Ratings)
        {
            var shared = rating.SharedBy > 1 ? $", shared by {rating.SharedBy}" : "";
            var rank = rating.Rank is { } place ? $"rank {place} of {rating.Ranked}{shared}" : "no rank yet, too few battles";
            text.Append("**").Append(SystemNames.Of(rating.System)).Append("** ").Append(RatingLine.Of(rating)).Append(" · ").Append(rank).Append('\n');
        }

        var battles = record.Record;
        text.Append("**Record** ").Append(Numbers.Count(battles.Wins, "win")).Append(", ")
            .Append(Numbers.Count(battles.Losses, "loss", "losses")).Append(", ").Append(Numbers.Count(battles.Ties, "tie"))
            .Append(" from ").Append(Numbers.Count(battles.Ballots, "ballot")).Append('\n');
        if (record.LastTen.Count == 0)
            return;
        text.Append("\n**Latest battles**\n");
        foreach (var battle in record.LastTen)
            text.Append(Line(battle)).Append('\n');
    }

    private static string Line(RecentBattle battle)
    {
        var outcome = battle.Outcome switch
        {
            BattleOutcome.Won => "won against",
            BattleOutcome.Lost => "lost to",
            _ => "tied with",
        };
        return $"{outcome} {ModelNames.Tag(battle.Opponent)}, Elo {Numbers.Reached(battle.EloBefore, battle.EloAfter)}, {DiscordTime.Relative(battle.At)}";
    }

    private static string Facts(Model model)
    {
        string[] facts =
        [
            model.DisplayName == model.Tag ? "" : SafeText.Plain(model.DisplayName),
            ModelNames.Details(model),
            model.Family is { } family ? SafeText.Plain(family) : "",
            ModelNames.Kind(model.Kind),
            model.Condition switch
            {
                ModelCondition.Playing => "",
                ModelCondition.Flagged when model.Flag is { } flag => $"{StandingsText.FlaggedMark} flagged: {SafeText.Plain(flag.Reason)}",
                var condition => RosterSentences.Word(condition),
            },
        ];
        return string.Join(" · ", facts.Where(fact => fact.Length > 0));
    }
}
