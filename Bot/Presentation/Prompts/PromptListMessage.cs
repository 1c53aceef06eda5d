using System.Globalization;
using System.Text;
using Arena.Core.Prompts;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Presentation.Prompts;

/// <summary>A server's prompt library, in pages.</summary>
internal static class PromptListMessage
{
    private const int PerPage = 10;
    private const int LongestOpening = 140;
    private const string AnyCategory = "all";

    /// <param name="category">The one that is shown, or null for all.</param>
    /// <param name="page">From 0; one beyond the last shows the last.</param>
    public static OutgoingMessage Compose(IReadOnlyList<ServerPrompt> library, string? category, int page)
    {
        var shown = library.Where(one => category is null || one.Prompt.Category == category).ToList();
        if (shown.Count == 0)
            return OutgoingMessage.Text(category is null ? "This server's library is empty. /prompt add fills it." : $"There is nothing in {SafeText.Code(category)} yet. /prompt add fills it.");
        var pages = (shown.Count + PerPage - 1) / PerPage;
        page = Math.Clamp(page, 0, pages - 1);
        var text = new StringBuilder();
        foreach (var one in shown.Skip(page * PerPage).Take(PerPage))
            text.Append(Line(one)).Append('\n');
        var own = shown.Count(one => one.IsOwn);
        return new OutgoingMessage
        {
            Embeds =
            [
                new Embed
                {
                    Title = $"{Numbers.Count(shown.Count, "prompt")}{(category is null ? "" : $" · {category}")}",
                    Description = text.ToString().TrimEnd(),
                    Color = BattleMessage.Blue,
                    Footer = string.Create(
                        CultureInfo.InvariantCulture, $"{own} of this server, {shown.Count - own} of the operator · page {page + 1} of {pages}"),
                },
            ],
            Components = PageButtons.Of(page + 1, pages, to => ButtonId(category, to - 1)),
        };
    }

    /// <summary>What a button of the list carries: the category and the page; null for anything else.</summary>
    public static (string? Category, int Page)? Parse(string subject) =>
        subject.Split('/') is [var category, var page]
        && (category == AnyCategory || PromptCategories.IsKnown(category))
        && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (category == AnyCategory ? null : category, number)
            : null;

    private static string ButtonId(string? category, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{ButtonIds.PromptList}:{category ?? AnyCategory}/{page}");

    private static string Line(ServerPrompt one)
    {
        string[] marks = [one.Prompt.Category ?? "", one.Prompt.IsAgeRestricted ? "age-restricted" : "", one.IsOwn ? "" : "operator's"];
        var details = string.Join(" · ", marks.Where(mark => mark.Length > 0));
        return $"`{one.Id}` {PromptSentences.Opening(one.Prompt, LongestOpening)}{(details.Length == 0 ? "" : $" *{details}*")}";
    }
}
