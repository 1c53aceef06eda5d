using Arena.Core.Prompts;
using Arena.Core.Roster;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Prompts;

/// <summary>What members are told of their suggestions, and moderators of their decisions.</summary>
internal static class SuggestionSentences
{
    public const string Banned = "You are banned from this server's arena, so you can not suggest anything here.";
    public const string Unknown = "There is no such suggestion on this list.";
    public const string None = "Nothing waits for a decision.";

    private const int LongestReason = 300;

    public static string Of(SuggestResult result) => result switch
    {
        SuggestResult.Made made => $"{Subject(made.Suggestion)} is on the moderators' list. What they decide is told in this channel.",
        SuggestResult.OnRoster on => $"**{ModelNames.Tag(on.Model.Tag)}** is on the roster already. /models list shows all.",
        SuggestResult.InLibrary => "That prompt is in this server's library already.",
        SuggestResult.Waiting waiting => $"{Subject(waiting.Suggestion)} was suggested {DiscordTime.Relative(waiting.Suggestion.SuggestedAt)} already and waits for a decision.",
        SuggestResult.DeclinedLately { IsOwn: true } declined =>
            $"You suggested that before, and it was declined. You can suggest it again {DiscordTime.Relative(declined.Until)}.",
        SuggestResult.DeclinedLately declined => $"That was suggested before, and declined. It can be suggested again {DiscordTime.Relative(declined.Until)}.",
        SuggestResult.TooMany many =>
            $"You have made {Numbers.Count(many.Limit, "suggestion")} within a day; the next is possible {DiscordTime.Relative(many.Until)}.",
        SuggestResult.Malformed malformed => malformed.Why,
        SuggestResult.PromptTooLong tooLong => ErrorText.PromptTooLong(tooLong.Limit, tooLong.Actual),
        SuggestResult.UnknownCategory unknown => ErrorText.UnknownCategory(unknown.Category, PromptCategories.All),
        _ => PromptSentences.EmptyPrompt,
    };

    /// <summary>For the moderator who decided.</summary>
    public static string Of(DecideResult result) => result switch
    {
        DecideResult.Approved { Suggestion: var it } => it.Kind == SuggestionKind.Model
            ? $"{Subject(it)} is on the roster and plays from the next battle on."
            : "The prompt is in this server's library.",
        DecideResult.Declined { Suggestion: var it } => $"{Subject(it)} is declined.",
        DecideResult.AlreadyDecided { Suggestion: var it } => $"{Subject(it)} was {Word(it.State)} already by {Decider(it)}.",
        DecideResult.Pulling { Suggestion: var it, Pull: var pull } => $"{Subject(it)} is approved and being pulled: {PullSentences.Place(pull)}",
        DecideResult.NotPulled refused => $"{PullSentences.Of(refused.Why)?.Content} The suggestion stays on the list.",
        DecideResult.NoRoom full => $"{PromptSentences.LibraryFull(full.Limit)} The suggestion stays on the list.",
        DecideResult.NotPossible impossible => $"{Why(impossible.Why)} The suggestion stays on the list.",
        _ => Unknown,
    };

    /// <summary>For the one who suggested it, in the channel where they did.</summary>
    public static string Outcome(Suggestion suggestion)
    {
        var whose = Whose(suggestion);
        var reason = suggestion.Reason is { } why ? $" The reason: {SafeText.Plain(TextBox.Plain(why, LongestReason))}" : "";
        return (suggestion.Kind, suggestion.State) switch
        {
            (SuggestionKind.Model, SuggestionState.Approved) => $"{whose} {Subject(suggestion)} is on the roster.",
            (SuggestionKind.Model, _) => $"{whose} {Subject(suggestion)} was declined.{reason}",
            (_, SuggestionState.Approved) => $"{whose} of a prompt is in this server's library: {PromptSentences.Opening(new LibraryPrompt(suggestion.Subject, null))}",
            // What moderators do not want is not shown to everybody.
            _ => $"{whose} of a prompt, made {DiscordTime.Relative(suggestion.SuggestedAt)}, was declined.{reason}",
        };
    }

    /// <summary>For the one who suggested a model that could not be pulled after all.</summary>
    public static string NotPulled(Suggestion suggestion) =>
        $"{Whose(suggestion)} {Subject(suggestion)} was approved, but the model could not be put on the roster. The moderators see why.";

    /// <summary>The model in bold, or the words for a prompt.</summary>
    public static string Subject(Suggestion suggestion) =>
        suggestion.Kind == SuggestionKind.Model ? $"**{ModelNames.Tag(suggestion.Subject)}**" : "The prompt";

    private static string Decider(Suggestion suggestion) => suggestion.DecidedBy is { } by ? Members.Mention(by) : "another moderator";

    private static string Whose(Suggestion suggestion) =>
        suggestion.SuggestedBy.IsForgotten ? "The suggestion" : $"{Members.Mention(suggestion.SuggestedBy)}, your suggestion";

    private static string Word(SuggestionState state) => state == SuggestionState.Approved ? "approved" : "declined";

    private static string Why(AddResult why) => why switch
    {
        AddResult.Malformed malformed => malformed.Why,
        AddResult.UnknownToNodes unknown => ErrorText.UnknownToNodes(unknown.Tag, unknown.DidYouMean),
        AddResult.CannotChat mute => mute.Why,
        _ => ErrorText.NodesUnreachable,
    };
}
