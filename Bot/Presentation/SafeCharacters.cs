using System.Globalization;
using System.Text;

namespace Bot.Presentation;

/// <summary>
/// Takes out of text that a model or a member wrote the characters that act on what stands around them: controls, overrides of the
/// writing direction, invisible tags, towers of combining marks, endless blank lines, broken surrogates. What can be read stays as it is.
/// </summary>
internal static class SafeCharacters
{
    private const int CombiningMarksInARow = 8;
    private const int NewLinesInARow = 3;
    private const int BlackFlag = 0x1F3F4;

    public static string Clean(string raw)
    {
        var clean = new StringBuilder(raw.Length);
        int marks = 0, newLines = 0, previous = 0;
        for (var i = 0; i < raw.Length;)
        {
            // A surrogate without its other half becomes U+FFFD, which is what JSON would make of it later, unasked.
            Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var consumed);
            i += consumed;
            if (rune.Value == '\r' && i < raw.Length && raw[i] == '\n')
                continue;
            if (IsNewLine(rune.Value))
            {
                if (++newLines <= NewLinesInARow)
                    clean.Append('\n');
                (marks, previous) = (0, '\n');
                continue;
            }

            if (IsDropped(rune, previous))
                continue;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > CombiningMarksInARow)
                continue;
            if (!Rune.IsWhiteSpace(rune))
                newLines = 0;
            previous = rune.Value;
            clean.Append(rune.ToString());
        }

        return TrimBlankEdges(clean.ToString());
    }

    private static bool IsNewLine(int value) => value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    private static bool IsDropped(Rune rune, int previous) => rune.Value switch
    {
        '\t' => false,
        0x061C or 0x200E or 0x200F => true,                                  // marks of direction
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x206F => true,          // embeddings, overrides, isolates
        0xFEFF or >= 0x2060 and <= 0x2065 or >= 0xFFF9 and <= 0xFFFB => true,
        // Tags spell the flags of England, Scotland and Wales; anywhere else they are hidden writing.
        >= 0xE0000 and <= 0xE007F => !(previous == BlackFlag || previous is >= 0xE0020 and <= 0xE007F),
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };

    private static bool IsMark(Rune rune) =>
        rune.Value is 0x200B or 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Leading blank lines and trailing white space go; the indentation of the first line, which may be code, stays.</summary>
    private static string TrimBlankEdges(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n')
                start = i + 1;
        }

        return text[start..].TrimEnd();
    }
}
