using Arena.Core.Battles;
using Arena.Core.Prompts;
using Bot.Discord.Messages;

namespace Bot.Presentation.Battles;

/// <summary>The menu in which a moderator says what a battle's prompt is about, and what is said when it is done.</summary>
internal static class CategoryMenu
{
    // No category is called so.
    private const string None = "-";

    public static OutgoingMessage Compose(Battle battle) => new()
    {
        Content = $"What is the prompt of battle {battle.Id} about? {Present(battle)}",
        Ephemeral = true,
        Components = [new ActionRow(new Component.Select(ButtonIds.About(ButtonIds.Category, battle.Id), Options(battle), "Choose a category"))],
    };

    /// <summary>What was chosen; false when it is nothing that the menu offers.</summary>
    /// <param name="category">Null for no category.</param>
    public static bool TryRead(IReadOnlyList<string> values, out string? category)
    {
        category = values is [var value] && value != None ? value : null;
        return values is [None] || (category is not null && PromptCategories.IsKnown(category));
    }

    public static string Corrected(CorrectCategoryResult.Corrected corrected)
    {
        var now = $"Battle {corrected.Battle.Id} {Counts(corrected.Battle.Category)} now; it {(corrected.From is { } from ? $"was {SafeText.Code(from)}" : "had none")}.";
        var moved = string.Join(" and ", new[] { corrected.From, corrected.Battle.Category }.OfType<string>().Select(SafeText.Code));
        return corrected.AreRatingsRecomputed ? $"{now} The ratings of {moved} were computed again." : now;
    }

    private static string Present(Battle battle) => (battle.Category, battle.CategorySource) switch
    {
        (null, _) => "It has no category.",
        ({ } category, CategorySource.Rule) => $"It was taken for {SafeText.Code(category)}.",
        ({ } category, _) => $"It is {SafeText.Code(category)}.",
    };

    private static string Counts(string? category) => category is null ? "has no category" : $"is {SafeText.Code(category)}";

    private static IReadOnlyList<SelectOption> Options(Battle battle) =>
    [
        .. PromptCategories.All.Select(category => new SelectOption(category, category, IsDefault: category == battle.Category)),
        new SelectOption("no category", None, "Left out of the boards of categories", IsDefault: battle.Category is null),
    ];
}
