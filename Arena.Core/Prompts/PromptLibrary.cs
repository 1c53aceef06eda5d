namespace Arena.Core.Prompts;

/// <summary>The prompts that a battle without one is drawn from.</summary>
public sealed class PromptLibrary(IReadOnlyList<LibraryPrompt> prompts)
{
    public IReadOnlyList<LibraryPrompt> Prompts { get; } = prompts;

    /// <summary>The categories that have a prompt, in their usual order.</summary>
    public IReadOnlyList<string> Categories { get; } =
        [.. PromptCategories.All.Where(category => prompts.Any(prompt => prompt.Category == category))];

    /// <summary>Draws one; null when there is none (of that category).</summary>
    /// <param name="category">One of <see cref="PromptCategories.All"/>, or null for any.</param>
    public LibraryPrompt? Draw(string? category, Random dice) => Draw(category, [], dice);

    /// <summary>Draws one that is not among those used last, as far as there are others.</summary>
    /// <param name="recent">Texts used last, the newest first.</param>
    public LibraryPrompt? Draw(string? category, IReadOnlyList<string> recent, Random dice)
    {
        var candidates = Prompts.Where(prompt => category is null || prompt.Category == category).ToList();
        if (candidates.Count == 0)
            return null;
        // Half of them rest at most, so that the next one can not be foreseen.
        var resting = recent.Take(candidates.Count / 2).ToHashSet(StringComparer.Ordinal);
        var fresh = candidates.FindAll(prompt => !resting.Contains(prompt.Text));
        var pool = fresh.Count > 0 ? fresh : candidates;
        return pool[dice.Next(pool.Count)];
    }
}
