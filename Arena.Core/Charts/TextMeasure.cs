using System.Globalization;
using System.Text;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>
/// How wide a text will be, without asking a font library: the layout must be the same on every machine. Never too
/// narrow for DejaVu Sans with CJK and emoji from Noto; common sans-serif faces elsewhere are narrower than DejaVu.
/// </summary>
internal static class TextMeasure
{
    /// <summary>Height of capitals above the baseline, in em.</summary>
    public const double Ascent = 0.78;

    /// <summary>Depth of descenders below the baseline, in em.</summary>
    public const double Descent = 0.24;

    private const double EmojiEm = 1.3;
    private const double FullWidthEm = 1;
    private const double UnknownEm = 1;

    /// <summary>The width in pixels at a size in pixels.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var em = 0.0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (DisplayText.IsEmoji(element))
                em += EmojiEm;
            else
                em += WidthOfRunes(element, bold);
        }

        return em * size;
    }

    /// <summary>The text shortened in the middle to a width in pixels.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false) =>
        DisplayText.Shorten(text, width, t => Width(t, size, bold));

    private static double WidthOfRunes(string element, bool bold)
    {
        var em = 0.0;
        foreach (var rune in element.EnumerateRunes())
            em += WidthOfRune(rune, bold);
        return em;
    }

    private static double WidthOfRune(Rune rune, bool bold)
    {
        foreach (var (first, widths) in bold ? DejaVuWidths.Bold : DejaVuWidths.Regular)
        {
            var index = rune.Value - first;
            if (index >= 0 && index < widths.Length)
                return (widths[index] - DejaVuWidths.Zero) / DejaVuWidths.UnitsPerEm;
        }

        if (DisplayText.IsWide(rune.Value))
            return FullWidthEm;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format ? 0 : UnknownEm;
    }
}
