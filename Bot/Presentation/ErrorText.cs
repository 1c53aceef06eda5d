using System.Globalization;
using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Bot.Discord;

namespace Bot.Presentation;

/// <summary>
/// Every sentence that tells a member what does not go: what happened, and what can be done now. One place, so that they speak with one voice.
/// </summary>
internal static class ErrorText
{
    public const string Unexpected = "Something went wrong on my side; it is in the operator's log. Please try again in a moment.";
    public const string UnknownCommand = "I do not know this command any more. Discord shows the present ones after a reload.";
    public const string UnknownButton = "This button is from another version of the arena and does nothing now.";
    public const string OnlyInServers = "I only work in servers: use this in one of a server's text channels.";
    public const string NotWelcome = "This arena serves other servers only. Its operator can add this one to arena.json.";
    public const string DuelPromptEmpty = "The prompt is empty. Write what both models are to answer.";
    public const string PromptEmpty = "The prompt is empty. Write one, or leave it out and I draw one from the library.";
    public const string PromptDropped = "The texts of that battle are not kept any more, so its prompt can not be asked again. /battle starts another one.";
    public const string MessageWithoutText = "That message has no text that could be a prompt.";
    public const string NotYourMessage = "Only your own messages can be turned into a battle here.";
    public const string OnlyModerators = "Only moderators can do that: members with Manage Server, and those with the role that /arena moderators names.";
    public const string OnlyRosterKeepers = "The models belong to the whole arena: only moderators of its home server and its operators change them.";
    public const string NodesUnreachable = "The models are not reachable right now, so I can not look that one up. Please try again later.";
    public const string StyleNeedsBradleyTerry = "Only the Bradley–Terry board can hold length and layout equal. Leave rating out, or style.";
    public const string NotABattle = "That message is not a battle's. Use this on the message that shows its answers.";
    public const string NoCategoryOfVoid = "This battle ended without a result, so its category counts nowhere.";
    public const string UnknownChoice = "I do not know that choice any more. Open the menu again and choose one that it offers.";
    public const string BattleUnknown = "There is no such battle here.";
    public const string StorageFull = "The arena can not store anything right now; its operator has to make room. Please try again later.";

    public static string NotConnected(IReadOnlyList<string> outside) =>
        $"There is no such board yet: the battles so far do not connect {Numbers.Count(outside.Count, "model")} to the others. More battles between them will.";

    public static string TooFewModels(int active) => active == 0
        ? "There is no model that can play. A moderator can add some with /model add."
        : "There are fewer than two models that can play. A moderator can add some with /model add.";

    public static string PromptTooLong(int limit, int actual) =>
        $"The prompt has {Numbers.Count(actual, "character")}; {Numbers.Count(limit)} are possible. Please shorten it.";

    public static string SameCategory(string? category) => category is null
        ? "This battle has no category already, so nothing changed."
        : $"This battle is {SafeText.Code(category)} already, so nothing changed.";

    public static string UnknownCategory(string category, IEnumerable<string> known) =>
        $"There is no category {SafeText.Code(Short(category))}. There are: {string.Join(", ", known)}.";

    public static string NoPromptOf(string? category) => category is null
        ? "The prompt library is empty. Write a prompt of your own, please."
        : $"The prompt library has nothing in {SafeText.Code(category)}. Write a prompt of your own, please.";

    public static string MemberHasTooManyWaiting(int limit) =>
        $"You have {Numbers.Count(limit, "battle")} waiting here already. The next is possible when one of them is answered or cancelled.";

    public static string ServerHasTooManyWaiting(int limit) =>
        $"{Numbers.Count(limit, "battle")} are waiting in this server already. Please try again when some of them are answered.";

    public static string ModelsAway(DateTimeOffset? droppedAt) => droppedAt is { } moment
        ? $"The models are not reachable right now. Your battle waits; it is dropped {DiscordTime.Relative(moment)} if they stay away."
        : "The models are not reachable right now. Your battle waits for them.";

    public static string NotPostedYet(int place) =>
        $"Your battle waits, {Numbers.Ordinal(place).ToLowerInvariant()} in line. Its message appears here as soon as Discord takes it.";

    public static string CouldNotPost(ChannelId channel) =>
        $"Discord does not let me post in <#{channel}>. Someone with Manage Channels can check what I may do there.";

    public static string MissingPermissions(ChannelId channel, IReadOnlyList<Permissions> lacking) =>
        $"I may not {Listed([.. lacking.Select(Deed)], "or")} in <#{channel}>. Someone with Manage Channels can allow it.";

    public static string WrongChannel(ChannelKind kind) => kind switch
    {
        ChannelKind.Announcement or ChannelKind.AnnouncementThread =>
            "Battles do not run in announcement channels. Use a text channel, a thread or a forum post.",
        ChannelKind.Voice or ChannelKind.Stage => "Battles do not run in the chat of voice channels. Use a text channel, a thread or a forum post.",
        _ => "Battles do not run here. Use a text channel, a thread or a forum post.",
    };

    public const string ThreadClosed = "This thread is closed. Open it again, or use another channel.";

    public static string SummaryNotPosted(ChannelId channel) =>
        $"I may not post the daily summary in <#{channel}>. Someone with Manage Channels can allow it, or choose another channel with /arena settings.";

    public static string BadOption(string option) => $"I can not read the value of {SafeText.Code(Short(option))}. Choose one that Discord offers.";

    public static string UnknownModel(string tag, string? didYouMean = null) =>
        $"{SafeText.Code(Short(tag))} is not on the roster.{DidYouMean(didYouMean)} /models list shows all.";

    public const string VersusWhom = "Name the model that versus is to stand against: /elo model versus. Without both I show the Elo board.";

    public static string SameModelTwice(string tag) => $"{SafeText.Code(Short(tag))} against itself is even. Name two different models.";

    public static string SameModelInDuel(string tag) => $"{SafeText.Code(Short(tag))} can not duel with itself. Name two different models.";

    public static string UnknownToNodes(string tag, string? didYouMean) =>
        $"{SafeText.Code(Short(tag))} is not known to any node.{(didYouMean is null ? " /model pull fetches it." : DidYouMean(didYouMean))}";

    /// <param name="have">Null where nobody may know how many voted before the end.</param>
    /// <param name="need">More than there are.</param>
    public static string TooFewBallots(int? have, int need) =>
        $"Reveal needs {Numbers.Count(need, "vote")}; there {(have == 1 ? "is" : "are")} {(have is { } votes ? Numbers.Count(votes) : "not that many yet")}.";

    public const string RevealNotYours = "Only the one who started this battle and moderators can reveal it.";
    public const string CancelNotYours = "Only the one who started this battle and moderators can cancel it.";

    public static string NotVoting(BattleState state) => state switch
    {
        BattleState.Settled => "This battle is settled already.",
        BattleState.Void => "This battle ended without a result.",
        _ => "The vote is not open yet: both answers have to be complete first.",
    };

    public static string NotWaiting(BattleState state) => state switch
    {
        BattleState.Voting => "Both answers are there and the vote is open, so it can not be cancelled any more.",
        BattleState.Settled => "This battle is settled already.",
        _ => "This battle has ended already.",
    };

    public const string ModelGone = "That model is not on the roster any more, so nothing changed. /models list shows all.";
    public const string BlockedPhrase = "The prompt contains a word or phrase that this server blocks. Please put it differently.";
    public const string Banned = "You can not start battles or vote here: a moderator of this server has banned you from the arena.";

    public static string NoRoomForAnswer(int context, string? preset) => preset is null
        ? $"The prompt fills the models' context of {Numbers.Count(context, "token")}, which leaves no room for an answer. Please shorten it."
        : $"With the preset {SafeText.Code(Short(preset))} a conversation has {Numbers.Count(context, "token")}, and the prompt leaves no room in them for an answer. Please shorten it, or name another preset.";

    public static string UnknownPreset(string name, string? didYouMean, IReadOnlyList<string> known) =>
        $"There is no preset {SafeText.Code(Short(name))} here.{DidYouMean(didYouMean)} There are: {string.Join(", ", known)}.";

    public static string ChannelNotAllowed(IReadOnlyList<ChannelId> open)
    {
        if (open.Count == 0)
            return "Battles start in chosen channels only here, and I can see none of those any more. A moderator can choose others with /arena settings.";
        var shown = open.Take(10).Select(channel => $"<#{channel}>").ToList();
        var rest = open.Count > shown.Count ? $" and {Numbers.Count(open.Count - shown.Count)} more" : "";
        return $"Battles do not start in this channel. {(open.Count == 1 ? "The channel for them is" : "The channels for them are")} {(rest.Length > 0 ? string.Join(", ", shown) + rest : Listed(shown, "and"))}.";
    }

    public static string CoolingDown(TimeSpan cooldown, DateTimeOffset until) =>
        $"You have started a battle within the last {LastOf(cooldown)}; the next is possible {DiscordTime.Relative(until)}.";

    public static string SlowMode(TimeSpan pause, DateTimeOffset until) =>
        $"This channel is slow: one battle in {Numbers.Span(pause)} for each member. Your next one here is possible {DiscordTime.Relative(until)}.";

    public static string DailyLimit(int limit, DateTimeOffset? until) => until is { } moment
        ? $"You have started {Numbers.Count(limit, "battle")} in the last 24 hours; the next is possible {DiscordTime.Relative(moment)}."
        : "The rules of this server do not let you start battles. A moderator can tell you more.";

    public const string BadPresetName = "A preset's name has 1 to 32 lower-case letters, digits and hyphens, such as `short-answers`.";

    public static string PresetIsBuiltIn(string name) =>
        $"**{name}** is a preset that every server has; it can be neither changed nor removed. /arena presets set makes another one.";

    public static string PresetOutOfRange(PresetBound bound) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {bound.Name} can be {bound.Least:#,0.##} to {bound.Most:#,0.##}{(bound.Unit.Length > 0 ? " " : "")}{bound.Unit}. Nothing was changed.");

    public static string TooManyPresets(int limit) =>
        $"This server has {Numbers.Count(limit, "preset")} of its own already, and no more are possible. Remove one with /arena presets remove.";

    public static string UnknownOwnPreset(string name, string? didYouMean) =>
        $"This server has no preset {SafeText.Code(Short(name))} of its own.{DidYouMean(didYouMean)} /arena presets list shows all.";

    public static string ModelBenched(string tag) =>
        $"{SafeText.Code(Short(tag))} does not play here right now. Name another model; /models list shows all.";

    public static string ModelAgeRestricted(string tag) =>
        $"{SafeText.Code(Short(tag))} may only answer in age-restricted channels. Name another model, or ask in such a channel.";

    private static string DidYouMean(string? tag) => tag is null ? "" : $" Did you mean {SafeText.Code(tag)}?";

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";

    // "the last minute", "the last 90 minutes"
    private static string LastOf(TimeSpan span) => Numbers.Span(span) is ['1', ' ', .. var unit] ? unit : Numbers.Span(span);

    private static string Deed(Permissions permission) => permission switch
    {
        Permissions.ViewChannel => "see messages",
        Permissions.SendMessages => "send messages",
        Permissions.SendMessagesInThreads => "send messages in threads",
        Permissions.EmbedLinks => "embed links",
        Permissions.AttachFiles => "attach files",
        Permissions.AddReactions => "add reactions",
        Permissions.ReadMessageHistory => "read the message history",
        _ => permission.DisplayName().ToLowerInvariant(),
    };

    private static string Listed(IReadOnlyList<string> words, string and) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} {and} {words[^1]}";
}
