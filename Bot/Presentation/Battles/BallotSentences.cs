using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Servers;
using Bot.Discord;

namespace Bot.Presentation.Battles;

/// <summary>What a press of a secret ballot's button did, for the member alone.</summary>
internal static class BallotSentences
{
    public const string TakenBack = "Your vote is taken back. Press a button to vote again.";

    public const string ByReaction = "Votes on this battle are reactions: add 🇦, 🇧, 🤝 or 👎 to its message.";

    public const string Forgotten = "You were forgotten while this vote was open, so it takes no vote of yours. The next battle does.";

    private const string Change = "Press another to change it, or the same again to take it back.";

    public static string Of(CastResult result, Member voter, ServerSettings rules) => result switch
    {
        CastResult.Counted counted => $"{Yours(counted.Ballot.Choice)}. {Change}",
        CastResult.Unchanged { Choice: { } choice } => $"{Yours(choice)}. {Change}",
        CastResult.KeptUncounted { Choice: { } choice } kept => $"{Yours(choice)}. It is kept, but not counted: {Why(kept.Reason, voter, rules)}",
        CastResult.Withdrawn => TakenBack,
        CastResult.Unchanged => Forgotten,                                   // nothing stands, and a press did not change that
        CastResult.OtherWay => ByReaction,
        CastResult.NotVoting closed => ErrorText.NotVoting(closed.State),
        CastResult.NoSuchBattle => ErrorText.BattleUnknown,
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    private static string Yours(Choice choice) => $"Your vote: {ChoiceEmoji.Of(choice)} {ChoiceEmoji.Name(choice)}";

    /// <summary>Why a ballot that was cast just now does not count, and what its member can do.</summary>
    private static string Why(UncountedReason reason, Member voter, ServerSettings rules) => reason switch
    {
        UncountedReason.AccountTooYoung =>
            $"votes count here from accounts that are old enough, and yours is {DiscordTime.Relative(voter.Id.CreatedAt + rules.AccountAge)}.",
        UncountedReason.JoinedTooLately when voter.JoinedAt is { } joined =>
            $"votes count here from members who have been in the server for some time, and yours do {DiscordTime.Relative(joined + rules.MembershipAge)}.",
        UncountedReason.JoinedTooLately => "votes count here from members who have been in the server for some time.",
        UncountedReason.Banned => "you are banned from this server's arena. Its moderators can take that back.",
        UncountedReason.Excluded => "moderators excluded it, and can take that back.",
        _ => "the moderators of this server can say more.",
    };
}
