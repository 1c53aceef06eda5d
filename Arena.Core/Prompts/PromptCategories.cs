namespace Arena.Core.Prompts;

/// <summary>What prompts are about.</summary>
public static class PromptCategories
{
    public static IReadOnlyList<string> All { get; } =
        ["coding", "math", "reasoning", "knowledge", "writing", "roleplay", "science", "everyday"];

    public static bool IsKnown(string category) => All.Contains(category, StringComparer.Ordinal);
}
