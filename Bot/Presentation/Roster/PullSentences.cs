using Arena.Core.Roster;
using Bot.Discord.Messages;

namespace Bot.Presentation.Roster;

/// <summary>What the one who asks for a pull is told, besides the pull's own message.</summary>
internal static class PullSentences
{
    public const string NoSuchPull = "I do not know this pull any more.";
    public const string CancelNotYours = "Only the one who asked for this pull and those who care for the roster can cancel it.";
    public const string StillRunning = "This pull still runs.";
    public const string NotDone = "That model is not here yet.";

    private const int LongestCustomId = 100;

    /// <summary>Null where the pull's message says it all.</summary>
    public static OutgoingMessage? Of(StartPullResult result) => result switch
    {
        StartPullResult.Started { Pull.Message: not null } => null,
        StartPullResult.Started started => OutgoingMessage.Whisper(
            $"**{ModelNames.Tag(started.Pull.Tag)}** is being pulled, but I can not post in <#{started.Pull.Channel}>. /arena status shows how far it is."),
        StartPullResult.AlreadyRunning running => OutgoingMessage.Whisper(
            $"**{ModelNames.Tag(running.Pull.Tag)}** is being pulled already: {Place(running.Pull)}"),
        StartPullResult.AlreadyHeld held => Held(held),
        StartPullResult.Malformed malformed => OutgoingMessage.Whisper(malformed.Why),
        StartPullResult.NodesUnreachable => OutgoingMessage.Whisper("The nodes are not reachable right now, so nothing can be pulled. Please try again later."),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };

    /// <summary>What stands where a pull was offered, once it runs.</summary>
    public static OutgoingMessage Begun(string tag) =>
        OutgoingMessage.Whisper($"**{ModelNames.Tag(tag)}** is being pulled; its message in this channel shows how far it is.");

    /// <summary>A tag that no node holds: it can be fetched.</summary>
    public static OutgoingMessage Offer(string tag, string? didYouMean)
    {
        var further = didYouMean is null ? " I can try to pull it." : $" Did you mean {SafeText.Code(didYouMean)}?";
        return Offering($"{SafeText.Code(TextBox.Plain(tag, 80))} is not known to any node.{further}", ButtonIds.Pull, tag, "Pull it");
    }

    public static string Over(PullState state) => state switch
    {
        PullState.Done => "This pull is done already.",
        PullState.Cancelled => "This pull was cancelled already.",
        _ => "This pull has ended already.",
    };

    private static OutgoingMessage Held(StartPullResult.AlreadyHeld held)
    {
        var tag = SafeText.Code(held.Tag);
        if (held.Plays)
            return OutgoingMessage.Whisper($"{tag} is here already, and on the roster.");
        return held.CanChat
            ? Offering($"{tag} is here already, but does not play.", ButtonIds.RosterAdd, held.Tag, "Let it play")
            : OutgoingMessage.Whisper($"{tag} is here already, but can not answer prompts, so it can not play.");
    }

    private static OutgoingMessage Offering(string sentence, string verb, string tag, string label)
    {
        var id = $"{verb}:{tag}";
        var whisper = OutgoingMessage.Whisper(sentence);
        return id.Length > LongestCustomId ? whisper : whisper with { Components = [new ActionRow(new Component.Button(id, label, ButtonStyle.Primary))] };
    }

    public static string Place(Pull pull) => pull.Message is { } message
        ? MessageLinks.To(pull.Server, pull.Channel, message)
        : $"its message is in <#{pull.Channel}>.";
}
