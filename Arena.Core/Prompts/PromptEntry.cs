namespace Arena.Core.Prompts;

/// <summary>What stands in a file where a prompt belongs.</summary>
/// <param name="Line">Where it begins; 1 is the first.</param>
/// <param name="Expected">What belongs there, where it is something else; else null.</param>
internal sealed record PromptEntry(int Line, string Text, string? Category, bool IsAgeRestricted, string? Expected)
{
    /// <summary>What is wrong with it, or null with the prompt.</summary>
    public PromptProblem? Problem(int maxCharacters, out LibraryPrompt? prompt)
    {
        prompt = null;
        if (Expected is not null)
            return new PromptProblem.Malformed(Line, Expected);
        var category = Category?.Trim().ToLowerInvariant();
        switch (PromptRules.Check(Text, maxCharacters))
        {
            case PromptCheck.Empty:
                return new PromptProblem.Empty(Line);
            case PromptCheck.TooLong tooLong:
                return new PromptProblem.TooLong(Line, tooLong.Limit);
            case PromptCheck.Good when category is not null && !PromptCategories.IsKnown(category):
                return new PromptProblem.UnknownCategory(Line, Category!);
            case PromptCheck.Good good:
                prompt = new LibraryPrompt(good.Text, category, IsAgeRestricted);
                break;
        }

        return null;
    }
}
