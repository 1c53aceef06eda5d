using Arena.Core.Battles.Voting;

namespace Bot.Presentation;

/// <summary>What becomes of a ban, for the moderator. A mention in it shows a name and pings nobody.</summary>
internal static class BanSentences
{
    public const string Yourself = "You can not ban yourself. Another moderator can, once you are none.";
    public const string Bot = "Bots neither vote nor start battles, so there is nobody to ban.";
    public const string Unknown = "Choose one of the members who are banned; they show as you type.";

    private const int LongestReason = 300;

    public static string Moderator(MemberId member) => $"{Members.Mention(member)} moderates this server, and moderators can not be banned from its arena.";

    public static string Of(BanResult result, MemberId member) => result switch
    {
        BanResult.Banned banned => $"{Members.Mention(member)} is banned from the arena of this server{Because(banned.Ban.Reason)}. "
            + (banned.Ballots > 0
                ? $"{Numbers.Count(banned.Ballots, "vote")} of theirs in open battles {(banned.Ballots == 1 ? "does" : "do")} not count any more. "
                : "")
            + "/arena unban takes it back.",
        BanResult.AlreadyBanned already =>
            $"{Members.Mention(member)} is banned already, {DiscordTime.Relative(already.Ban.At)} by {Members.Mention(already.Ban.By)}{Because(already.Ban.Reason)}.",
        BanResult.Unbanned unbanned => $"{Members.Mention(member)} is not banned any more."
            + (unbanned.Ballots > 0
                ? $" {Numbers.Count(unbanned.Ballots, "vote")} of theirs in open battles {(unbanned.Ballots == 1 ? "counts" : "count")} again."
                : ""),
        BanResult.NotBanned => $"{Members.Mention(member)} is not banned here, so nothing changed.",
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    /// <summary>A choice of the list of bans: plain text, Discord shows no markdown in it.</summary>
    public static string Label(Ban ban)
    {
        var reason = ban.Reason is null ? "" : $": {SafeCharacters.Clean(ban.Reason).Replace('\n', ' ')}";
        // Who asked to be forgotten has no name here any more.
        var name = ban.Name.Length == 0 ? $"Member {ban.Member}" : ban.Name;
        return TextBox.Plain($"{SafeCharacters.Clean(name).Replace('\n', ' ')}{reason}", 100);
    }

    private static string Because(string? reason) => reason is null ? "" : $" ({SafeText.Plain(TextBox.Plain(reason, LongestReason))})";
}
