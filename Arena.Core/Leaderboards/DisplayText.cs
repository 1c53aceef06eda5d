using System.Globalization;
using System.Text;

namespace Arena.Core.Leaderboards;

/// <summary>
/// Text as people see it. Names come from outside and may hold anything: here they are cleaned, measured in columns of a
/// monospaced font, and shortened without cutting a character (grapheme cluster) in two.
/// </summary>
public static class DisplayText
{
    private const string Ellipsis = "…";
    private const int JoinerOfEmoji = 0x200D;
    private const int EmojiSelector = 0xFE0F;

    // Marks that may stand on one character: real writing needs no more, and a tower of them leaves its row.
    private const int MostMarks = 3;

    // East Asian Wide and Fullwidth, and what is shown as an emoji by default (UAX #11, UTS #51), as first and last.
    private static readonly (int First, int Last)[] WideRanges =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
        (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB),
        (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3),
        (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728),
        (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0),
        (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E), (0x3041, 0x33FF),
        (0x3400, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF), (0x1AFF0, 0x1B2FF), (0x1F000, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>
    /// One line without control characters, direction overrides, invisible characters and broken surrogates. A name made
    /// of nothing else becomes <c>?</c>.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (TakesNoRoom(category) && (rune.Value == JoinerOfEmoji || category != UnicodeCategory.Format))
            {
                if (marks++ < MostMarks)
                    clean.Append(rune.ToString());
                continue;
            }

            if (IsInvisible(category))
                continue;
            marks = 0;
            if (!IsSpace(category))
                clean.Append(rune.ToString());
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        while (clean.Length > 0 && clean[^1] == ' ')
            clean.Length--;
        return clean.ToString() is { Length: > 0 } visible && visible.Any(c => c != JoinerOfEmoji && c != EmojiSelector) ? visible : "?";
    }

    /// <summary>Columns that the text takes in a monospaced font: two for East Asian wide characters and emoji, none for combining marks.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            columns += ColumnsOfElement(elements.GetTextElement());
        return columns;
    }

    /// <summary>The text filled up with spaces, to the right of it or, for numbers, to the left of it.</summary>
    public static string Pad(string text, int columns, bool toTheRight = false)
    {
        var fill = new string(' ', Math.Max(0, columns - Columns(text)));
        return toTheRight ? fill + text : text + fill;
    }

    /// <summary>The text in at most so many columns, shortened in the middle: both ends of a model's name tell it apart.</summary>
    public static string Shorten(string text, int columns) => Shorten(text, columns, t => Columns(t));

    /// <summary>The text no wider than <paramref name="limit"/>, shortened in the middle.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">The most that <paramref name="width"/> may give.</param>
    /// <param name="width">Measures a text; a part is never wider than the whole.</param>
    internal static string Shorten(string text, double limit, Func<string, double> width)
    {
        if (width(text) <= limit)
            return text;

        var starts = StringInfo.ParseCombiningCharacters(text);
        // The most characters that fit, more of them before the gap than after it.
        var (fits, tooMany) = (0, starts.Length);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            if (width(Around(text, starts, middle)) <= limit)
                fits = middle;
            else
                tooMany = middle;
        }

        return Around(text, starts, fits);
    }

    /// <summary>The text in runs that are all emoji or have none.</summary>
    internal static IEnumerable<(string Text, bool IsEmoji)> Runs(string text)
    {
        var (start, emoji) = (0, false);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            if (IsEmoji(elements.GetTextElement()) == emoji)
                continue;
            var at = elements.ElementIndex;
            if (at > start)
                yield return (text[start..at], emoji);
            (start, emoji) = (at, !emoji);
        }

        if (text.Length > start)
            yield return (text[start..], emoji);
    }

    /// <summary>Whether a grapheme cluster is drawn as an emoji.</summary>
    internal static bool IsEmoji(string element)
    {
        var first = Rune.GetRuneAt(element, 0).Value;
        return first is >= 0x1F000 and <= 0x1FAFF
            || element.Contains((char)EmojiSelector, StringComparison.Ordinal)
            || (first is >= 0x231A and <= 0x2B55 && IsWide(first));
    }

    /// <summary>Whether a character takes a full square.</summary>
    internal static bool IsWide(int codePoint)
    {
        if (codePoint < WideRanges[0].First)
            return false;
        foreach (var (first, last) in WideRanges)
        {
            if (codePoint <= last)
                return codePoint >= first;
        }

        return false;
    }

    private static bool TakesNoRoom(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsInvisible(UnicodeCategory category) =>
        category is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static bool IsSpace(UnicodeCategory category) => category is UnicodeCategory.Control
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    private static int ColumnsOfElement(string element)
    {
        var first = Rune.GetRuneAt(element, 0);
        if (IsEmoji(element) || IsWide(first.Value))
            return 2;
        var category = Rune.GetUnicodeCategory(first);
        return TakesNoRoom(category) || category == UnicodeCategory.Control ? 0 : 1;
    }

    private static string Around(string text, int[] starts, int kept)
    {
        var before = (kept + 1) / 2;
        var after = kept - before;
        var head = before == starts.Length ? text : text[..starts[before]];
        return head + Ellipsis + (after == 0 ? "" : text[starts[^after]..]);
    }
}
