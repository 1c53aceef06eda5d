using Arena.Core.Storage;

namespace Bot.Presentation;

/// <summary>What stands in the audit, in words.</summary>
internal static class AuditWords
{
    private const string MemberSubject = "member:";

    // {0} is what it was done to.
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["battle.category"] = "corrected the category of battle {0}",
        ["comparisons.exported"] = "exported the comparisons as {0}",
        ["member.forgotten"] = "{0} asked to be forgotten",
        ["model.added"] = "put {0} on the roster",
        ["model.restored"] = "brought {0} back",
        ["model.retired"] = "retired {0}",
        ["ratings.replayed"] = "had {0} computed again",
        ["server.setting"] = "set {0}",
        ["texts.dropped"] = "dropped the texts of {0}",
    };

    /// <summary>First words of actions, and what moderators choose from.</summary>
    public static IReadOnlyList<string> Nouns { get; } = [.. Deeds.Keys.Select(action => action.Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether there are words for an action.</summary>
    public static bool Has(string action) => Deeds.ContainsKey(action);

    /// <summary>One line: when, who, what.</summary>
    public static string Line(AuditEntry entry)
    {
        var subject = entry.Subject.StartsWith(MemberSubject, StringComparison.Ordinal) && ulong.TryParse(entry.Subject.AsSpan(MemberSubject.Length), out var id)
            ? Members.Mention(new MemberId(id))
            : $"**{SafeText.Plain(TextBox.Plain(entry.Subject, 100))}**";
        var who = entry.Member is { } member ? Members.Mention(member) : "the arena";
        var deed = Deeds.TryGetValue(entry.Action, out var words)
            ? words.Replace("{0}", subject, StringComparison.Ordinal)
            : $"{SafeText.Plain(entry.Action)} {subject}";
        var detail = entry.Detail is { } more ? $" ({SafeText.Plain(TextBox.Plain(more, 150))})" : "";
        return $"{DiscordTime.Short(entry.At)} {who} {deed}{detail}";
    }
}
