using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;
using Bot.Presentation.Leaderboards;

namespace Bot.Presentation.Roster;

/// <summary>The card of <c>/models info</c>.</summary>
internal static class ModelInfoMessage
{
    public static OutgoingMessage Compose(ModelFacts facts)
    {
        IEnumerable<string> lines = [Status(facts), .. Notes(facts), "", .. Facts(facts.Model), "", .. Standing(facts.Record), .. Speed(facts.Speed)];
        var embed = new Embed { Title = ModelNames.Tag(facts.Model.Tag), Description = string.Join('\n', lines).TrimEnd(), Color = BattleMessage.Blue };
        return new OutgoingMessage { Embeds = [embed], SuppressEmbeds = false };
    }

    private static string Status(ModelFacts facts) => facts.Model.Condition switch
    {
        ModelCondition.Playing when facts.IsBenchedHere => "On the roster, benched in this server.",
        ModelCondition.Playing when facts.Model.IsAgeRestricted => "Plays in age-restricted channels only.",
        ModelCondition.Playing => "Plays.",
        ModelCondition.Benched =>
            $"Benched {DiscordTime.Relative(facts.Model.BenchedAt!.Value)}, because it failed too many battles in a row{Because(facts.Model.BenchDetail)}.",
        ModelCondition.Flagged => $"{StandingsText.FlaggedMark} Flagged{Because(facts.Model.Flag?.Reason)}",
        ModelCondition.Retired => "Retired: it keeps its rating and plays no more.",
        _ => "Not on the roster any more.",
    };

    private static IEnumerable<string> Notes(ModelFacts facts)
    {
        if (facts.Model is { Condition: ModelCondition.Flagged, Flag.Link: { } link })
            yield return $"<{link}>";
        if (facts.IsHeld == false)
            yield return "No node holds it right now.";
        if (RosterSentences.SameWeights(facts.Model, facts.Twins) is { } twins)
            yield return twins;
        if (facts.Model.WeightsChangedAt is { } at)
            yield return $"Its weights changed {DiscordTime.Relative(at)}, after it was added; its older battles are of other weights.";
    }

    private static IEnumerable<string> Facts(Model model)
    {
        (string Name, string? Value)[] facts =
        [
            ("Name", model.DisplayName == model.Tag ? null : SafeText.Plain(DisplayText.Clean(model.DisplayName))),
            ("Kind", model.Kind == ModelKind.Unknown ? null : $"{ModelNames.KindIcon(model.Kind)} {ModelNames.Kind(model.Kind)}"),
            ("Family", model.Family is { } family ? Plain(family) : null),
            ("Size", ModelNames.Details(model) is { Length: > 0 } details ? details : null),
            ("Context", model.ContextTokens is { } tokens ? Numbers.Count(tokens, "token") : null),
            ("Can", model.Capabilities.Count == 0 ? null : Plain(string.Join(", ", model.Capabilities))),
            ("Licence", model.License is { } license ? Plain(license) : null),
            ("On disk", model.SizeBytes is { } bytes ? Numbers.Bytes(bytes) : null),
            ("In GPU memory", model.GpuBytes switch { null => null, 0 => "none when it was last measured", { } gpu => $"{Numbers.Bytes(gpu)} when it was last measured" }),
            ("Digest", model.Digest is { Length: > 0 } digest ? SafeText.Code(digest.Length <= 12 ? digest : digest[..12]) : null),
            ("Added", DiscordTime.Relative(model.AddedAt)),
        ];
        return facts.Where(fact => fact.Value is not null).Select(fact => $"**{fact.Name}** {fact.Value}");
    }

    private static IEnumerable<string> Standing(ModelRecord? record)
    {
        if (record is null || record.Record.Battles == 0)
        {
            yield return "No counted battle in this server yet.";
            yield break;
        }

        foreach (var rating in record.Ratings)
        {
            var rank = rating.Rank is { } place ? $"rank {place} of {rating.Ranked}" : "no rank yet, too few battles";
            yield return $"**{SystemNames.Of(rating.System)}** {RatingLine.Of(rating)} · {rank}";
        }

        var battles = record.Record;
        yield return $"**Record** {Numbers.Count(battles.Wins, "win")}, {Numbers.Count(battles.Losses, "loss", "losses")}, {Numbers.Count(battles.Ties, "tie")} "
            + $"in {Numbers.Count(battles.Battles, "battle")}, {Numbers.Count(battles.Ballots, "ballot")}";
    }

    private static IEnumerable<string> Speed(ModelSpeed? speed) => speed is null
        ? []
        : [$"**Speed** {Numbers.Speed(speed.TokensPerSecond)}, first token after {Numbers.Seconds(speed.FirstToken)} (median of its last {Numbers.Count(speed.Answers, "answer")})"];

    private static string Because(string? detail) => detail is null ? "" : $": {SafeText.Plain(detail)}";

    private static string Plain(string text) => SafeText.Plain(TextBox.Plain(text, 200));
}
