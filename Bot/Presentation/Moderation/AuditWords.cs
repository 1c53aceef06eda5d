using Arena.Core.Storage;
using Bot.Presentation.Battles;

namespace Bot.Presentation.Moderation;

/// <summary>What stands in the audit, in words.</summary>
internal static class AuditWords
{
    /// <summary>Ten of these fit the 4,096 characters of an embed.</summary>
    public const int LongestLine = 400;

    private const int LongestDetail = 150;
    private const int LongestSubject = 100;
    private const string MemberSubject = "member:";

    // {0} is what it was done to.
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["ballots.excluded"] = "took votes out of the ratings, by {0}",
        ["ballots.restored"] = "put votes back into the ratings, by {0}",
        ["battle.cancelled"] = "cancelled battle {0} of somebody else",
        ["battle.revealed"] = "revealed battle {0} of somebody else",
        ["battle.category"] = "corrected the category of battle {0}",
        ["comparisons.exported"] = "exported the comparisons as {0}",
        ["leaks.recounted"] = "looked again for answers that say who they are: {0}",
        ["member.banned"] = "banned {0} from the arena here",
        ["member.forgotten"] = "forgot {0}",
        ["member.unbanned"] = "lifted the ban of {0}",
        ["model.added"] = "put {0} on the roster",
        ["model.benched"] = "benched {0}",
        ["model.weights"] = "noticed other weights under {0}",
        ["model.deleted"] = "deleted {0} from the nodes' disks",
        ["model.edited"] = "changed {0}",
        ["model.flagged"] = "flagged {0}",
        ["model.played"] = "let {0} play",
        ["model.removed"] = "took {0} off the roster",
        ["model.restored"] = "brought {0} back",
        ["model.retired"] = "retired {0}",
        ["preset.removed"] = "removed the sampling preset {0}",
        ["preset.set"] = "set the sampling preset {0}",
        ["prompt.added"] = "added the prompt {0}",
        ["prompt.removed"] = "removed the prompt {0}",
        ["prompts.imported"] = "imported prompts from {0}",
        ["pull.cancelled"] = "cancelled the pull of {0}",
        ["pull.done"] = "pulled {0}",
        ["pull.failed"] = "could not pull {0}",
        ["pull.started"] = "began to pull {0}",
        ["question.dropped"] = "took back the further question of battle {0}",
        ["ratings.recomputed"] = "computed {0} again by hand",
        ["ratings.replayed"] = "computed {0} again",
        ["report.hidden"] = "kept what was reported of battle {0} hidden",
        ["report.made"] = "reported battle {0}",
        ["report.shown"] = "showed what was reported of battle {0} again",
        ["server.setting"] = "set {0}",
        ["suggestion.approved"] = "approved the suggestion {0}",
        ["suggestion.declined"] = "declined the suggestion {0}",
        ["suggestion.made"] = "suggested {0}",
        ["suspicion.dismissed"] = "found nothing wrong with {0}",
        ["suspicion.noticed"] = "noticed votes that look agreed upon: {0}",
        ["texts.dropped"] = "dropped the texts of {0}",
    };

    /// <summary>What deeds are done to, in the singular; what moderators choose from.</summary>
    public static IReadOnlyList<string> Nouns { get; } =
        [.. Deeds.Keys.Select(action => action.Split('.')[0].TrimEnd('s')).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether there are words for an action.</summary>
    public static bool Has(string action) => Deeds.ContainsKey(action);

    /// <summary>One line: when, who, what.</summary>
    public static string Line(AuditEntry entry)
    {
        var subject = entry.Subject.StartsWith(MemberSubject, StringComparison.Ordinal) && ulong.TryParse(entry.Subject.AsSpan(MemberSubject.Length), out var id)
            ? Members.Mention(new MemberId(id))
            : $"**{SafeText.Plain(TextBox.Plain(entry.Subject, LongestSubject))}**";
        var who = entry.Member is { } member ? Members.Mention(member) : "the arena";
        var deed = Deeds.TryGetValue(entry.Action, out var words)
            ? words.Replace("{0}", subject, StringComparison.Ordinal)
            : $"{SafeText.Plain(entry.Action)} {subject}";
        var line = $"{DiscordTime.Short(entry.At)} {who} {deed}";
        // Words full of marks that have to be escaped take up to twice their length.
        return line + Details(entry).FirstOrDefault(detail => line.Length + detail.Length <= LongestLine, "");
    }

    /// <summary>What is said besides, the longer forms first.</summary>
    private static IEnumerable<string> Details(AuditEntry entry)
    {
        if (entry.Detail is not { Length: > 0 } detail)
            yield break;
        if (entry.Action is "preset.set" or "preset.removed" && detail.StartsWith('{'))
        {
            var preset = PresetColumn.Read(entry.Subject, detail);
            yield return $" ({PresetMessage.Line(preset)})";
            yield return $" ({PresetMessage.Values(preset)})";
        }

        for (var room = LongestDetail; room > 0; room -= 50)
            yield return $" ({AuditDetails.Say(entry.Action, entry.Subject, detail, room)})";
    }
}
