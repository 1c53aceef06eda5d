using System.Globalization;
using System.Text;

namespace Arena.Core.Prompts;

/// <summary>
/// What may be a prompt. Characters that no one can see or type are taken out; what has a meaning in some script, like
/// marks of direction, stays, and whoever shows the prompt keeps it harmless.
/// </summary>
public static class PromptRules
{
    /// <summary>Cleans a prompt as it arrived, and measures it in code points, as people count.</summary>
    public static PromptCheck Check(string prompt, int limit)
    {
        var clean = Clean(prompt);
        if (!clean.EnumerateRunes().Any(IsVisible))
            return new PromptCheck.Empty();
        var length = clean.EnumerateRunes().Count();
        return length > limit ? new PromptCheck.TooLong(limit, length) : new PromptCheck.Good(clean);
    }

    private static string Clean(string prompt)
    {
        var clean = new StringBuilder(prompt.Length);
        // Enumerating runes replaces lone surrogates, which no UTF-8 (the wire, the database) could carry.
        foreach (var rune in prompt.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format
        && rune.Value is not (0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0);   // blank braille, Hangul fillers: drawn as nothing
}
