using Bot.Discord.Messages;

namespace Bot.Presentation;

/// <summary>The two buttons below what has several pages; none below what has one.</summary>
internal static class PageButtons
{
    /// <param name="page">The one that is shown, from 1.</param>
    /// <param name="id">
    /// The custom id of the button that leads to a page. Asked also for the page before the first and the one after the last: Discord wants an id
    /// of its own on every button, even where it can not be pressed.
    /// </param>
    public static IReadOnlyList<ActionRow> Of(int page, int pages, Func<int, string> id, string back = "Previous", string on = "Next") =>
        pages == 1 ? [] :
        [
            new ActionRow(
                new Component.Button(id(page - 1), back, Disabled: page == 1),
                new Component.Button(id(page + 1), on, Disabled: page == pages)),
        ];
}
