using System.Globalization;
using System.Text;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Presentation.Prompts;

/// <summary>The moderators' list of suggestions, one at a time, and the notice that leads to it.</summary>
internal static class SuggestionMessage
{
    public const string Reason = "reason";

    private const int LongestText = 3_000;
    private const int LongestNote = 300;

    /// <param name="open">What waits, oldest first.</param>
    /// <param name="at">The one to show; where it is decided, the next one.</param>
    /// <param name="said">What became of the last decision; null for nothing.</param>
    public static OutgoingMessage Compose(SuggestionKind kind, IReadOnlyList<Suggestion> open, long at, string? said = null)
    {
        if (open.Count == 0)
            return OutgoingMessage.Text(said is null ? SuggestionSentences.None : $"{said} {SuggestionSentences.None}");
        var index = Math.Max(0, open.Index().FirstOrDefault(one => one.Item.Id >= at).Index);
        var shown = open[index];
        return new OutgoingMessage
        {
            Content = said,
            Embeds =
            [
                new Embed
                {
                    Title = kind == SuggestionKind.Model ? $"Suggested model · {Place(index, open)}" : $"Suggested prompt · {Place(index, open)}",
                    Description = Text(shown),
                    Color = BattleMessage.Blue,
                },
            ],
            Components = [Buttons(shown, open.Count > 1 ? open[(index + 1) % open.Count] : null)],
        };
    }

    /// <summary>For the moderators' channel.</summary>
    public static OutgoingMessage Notice(Suggestion first) => new()
    {
        Content = first.Kind == SuggestionKind.Model
            ? $"A member suggests the model {SuggestionSentences.Subject(first)}. Those who care for the roster decide."
            : "A member suggests a prompt for this server's library. The moderators decide.",
        Components = [new ActionRow(new Component.Button(About(ButtonIds.SuggestionLook, first.Kind, 0), "Look at suggestions", ButtonStyle.Primary))],
    };

    /// <summary>Asks why a suggestion is declined.</summary>
    public static Modal WhyDeclined(SuggestionKind kind, long id) => new(
        About(ButtonIds.SuggestionDecline, kind, id), "Decline the suggestion",
        new TextField(Reason, "Reason", Required: false, MaxLength: 300, Placeholder: "Told to the one who suggested it; may stay empty"));

    /// <summary>What its buttons carry: the list and the suggestion; null for anything else.</summary>
    public static (SuggestionKind Kind, long Id)? Parse(string subject) =>
        subject.Split('/') is [var kind, var id]
        && Enum.GetValues<SuggestionKind>().Any(known => Word(known) == kind)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (Enum.GetValues<SuggestionKind>().First(known => Word(known) == kind), number)
            : null;

    // What is there can not be declined any more; it is approved, and the one who suggested it hears so.
    private static ActionRow Buttons(Suggestion shown, Suggestion? next) => new(
    [
        .. shown.Standing == SuggestionStanding.There
            ? (Component[])[new Component.Button(About(ButtonIds.SuggestionApprove, shown.Kind, shown.Id), "Tell them", ButtonStyle.Success)]
            :
            [
                new Component.Button(About(ButtonIds.SuggestionApprove, shown.Kind, shown.Id), "Approve", ButtonStyle.Success),
                new Component.Button(About(ButtonIds.SuggestionDecline, shown.Kind, shown.Id), "Decline", ButtonStyle.Danger),
            ],
        .. next is null ? (Component[])[] : [new Component.Button(About(ButtonIds.SuggestionNext, next.Kind, next.Id), "Next")],
    ]);

    private static string Text(Suggestion shown)
    {
        var text = new StringBuilder();
        text.Append(shown.Kind == SuggestionKind.Model
            ? SafeText.Code(TextBox.Plain(shown.Subject, 200))
            : TextBox.Quote(shown.Subject, LongestText, "…").Markdown).Append('\n');
        if (shown.Category is { } category)
            text.Append(SafeText.Code(category)).Append('\n');
        if (shown.Note is { Length: > 0 } note)
            text.Append('*').Append(SafeText.Plain(TextBox.Plain(note, LongestNote))).Append("*\n");
        if (Standing(shown) is { } standing)
            text.Append('\n').Append(standing).Append('\n');
        return text.Append('\n').Append(CultureInfo.InvariantCulture, $"by {Members.Mention(shown.SuggestedBy)} in <#{shown.Channel}>, ")
            .Append(DiscordTime.Relative(shown.SuggestedAt)).ToString();
    }

    private static string? Standing(Suggestion shown) => (shown.Standing, shown.Kind) switch
    {
        (SuggestionStanding.There, SuggestionKind.Model) => "On the roster already.",
        (SuggestionStanding.There, _) => "In this server's library already.",
        (SuggestionStanding.OutOfPlay, _) => "On the roster already, but out of play. Approving lets it play again.",
        _ => null,
    };

    private static string Place(int index, IReadOnlyList<Suggestion> open) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1} of {open.Count}");

    private static string About(string verb, SuggestionKind kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{verb}:{Word(kind)}/{id}");

    private static string Word(SuggestionKind kind) => kind == SuggestionKind.Model ? "model" : "prompt";
}
