using System.Globalization;
using Arena.Core.Battles.Voting;
using Arena.Core.Integrity;
using Bot.Discord.Messages;

namespace Bot.Presentation.Moderation;

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

    public static string Excluded(MemberId member, BallotCount count) =>
        $"{Numbers.Count(count.Ballots, "vote")} of {Members.Mention(member)} in {Numbers.Count(count.Battles, "battle")} {(count.Ballots == 1 ? "is" : "are")} "
        + "out of the ratings, and all ratings are computed again.";

    public static string ExcludedAlready(MemberId member) => $"The votes of {Members.Mention(member)} are out of the ratings already.";

    public static string NoBallots(MemberId member) => $"{Members.Mention(member)} has not voted in this server, so there is nothing to exclude.";

    public static string NotBannedAnyMore(MemberId member) => $"{Members.Mention(member)} is not banned any more, so nothing changed.";

    public static string NothingExcluded(MemberId member) => $"No votes of {Members.Mention(member)} are excluded by themselves, so nothing changed.";

    public static string Included(MemberId member, int ballots, int battles) =>
        $"{Numbers.Count(ballots, "vote")} of {Members.Mention(member)} in {Numbers.Count(battles, "battle")} {(ballots == 1 ? "is" : "are")} no longer "
        + "excluded, and all ratings are computed again.";

    /// <summary>Says it with the button that takes a member's past votes out of the ratings.</summary>
    public static OutgoingMessage OfferExclusion(string sentence, MemberId member) =>
        Offering(sentence, $"{ButtonIds.BanExclude}:{member}", "Exclude their past votes", ButtonStyle.Danger);

    /// <summary>Says it with the button that puts them back.</summary>
    public static OutgoingMessage OfferBack(string sentence, MemberId member) =>
        Offering(sentence, $"{ButtonIds.BanInclude}:{member}", "Put their votes back", ButtonStyle.Secondary);

    /// <summary>Whom a button is about; null for anything else.</summary>
    public static MemberId? Parse(string subject) =>
        ulong.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new MemberId(id) : null;

    private static OutgoingMessage Offering(string sentence, string customId, string label, ButtonStyle style) =>
        OutgoingMessage.Whisper(sentence) with { Components = [new ActionRow(new Component.Button(customId, label, style))] };

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
