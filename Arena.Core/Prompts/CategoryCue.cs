using System.Text.RegularExpressions;

namespace Arena.Core.Prompts;

/// <summary>Something in a prompt that speaks for a category.</summary>
/// <param name="Weight">1: a hint; 2: typical; 3: enough by itself; 4: enough against a typical one of another category.</param>
internal sealed record CategoryCue(string Category, int Weight, Regex Pattern)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    /// <param name="words">Whole words or phrases, with bars between them; a star stands for the rest of a word.</param>
    public static CategoryCue Words(string category, int weight, string words)
    {
        var any = string.Join('|', words.Split('|', StringSplitOptions.TrimEntries).Select(word => Regex.Escape(word).Replace(@"\*", @"\w*", StringComparison.Ordinal)));
        return new CategoryCue(category, weight, new Regex($@"(?<!\w)(?:{any})(?!\w)", Options));
    }

    public static CategoryCue Shape(string category, int weight, string pattern) => new(category, weight, new Regex(pattern, Options));
}
