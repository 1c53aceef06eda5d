using Arena.Core.Prompts;
using Bot.Discord.Messages;
using Bot.Presentation.Battles;

namespace Bot.Presentation.Prompts;

/// <summary>A prompt drawn from the library, for the one who asked: to be battled with, or to be left for another.</summary>
internal static class RandomPromptMessage
{
    private const string AnyCategory = "all";
    private const int LongestText = 4_000;

    /// <param name="category">The one that was asked for, or null for any.</param>
    public static OutgoingMessage Compose(ServerPrompt drawn, string? category) => new()
    {
        Embeds =
        [
            new Embed
            {
                Title = drawn.Prompt.Category is { } about ? $"🎲 {about}" : "🎲",
                Description = TextBox.Fit(drawn.Prompt.Text, LongestText, "…").Markdown,
                Color = BattleMessage.Blue,
            },
        ],
        Components =
        [
            new ActionRow(
                new Component.Button($"{ButtonIds.PromptBattle}:{drawn.Id}", "Battle with this", ButtonStyle.Primary),
                new Component.Button($"{ButtonIds.PromptAnother}:{category ?? AnyCategory}/{drawn.Id}", "Another")),
        ],
    };

    /// <summary>What the button for another one carries: the category that was asked for, and what was shown; null for anything else.</summary>
    public static (string? Category, string Shown)? Parse(string subject) =>
        subject.Split('/') is [var category, var shown] && (category == AnyCategory || PromptCategories.IsKnown(category))
            ? (category == AnyCategory ? null : category, shown)
            : null;
}
