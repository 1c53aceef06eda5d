namespace Arena.Core.Prompts;

/// <summary>A prompt of the library.</summary>
/// <param name="Category">One of <see cref="PromptCategories.All"/>.</param>
public sealed record LibraryPrompt(string Text, string Category);
