namespace Arena.Core.Prompts;

/// <summary>A prompt of the library.</summary>
/// <param name="Category">One of <see cref="PromptCategories.All"/>; null where nobody said and the rules are not sure.</param>
/// <param name="IsAgeRestricted">Drawn in age-restricted channels only.</param>
public sealed record LibraryPrompt(string Text, string? Category, bool IsAgeRestricted = false);
