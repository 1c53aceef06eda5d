using System.Text;

namespace Arena.Core.Integrity;

/// <summary>
/// Plain letters for those that only look different: full width, circled, mathematical bold and the like, ligatures. The runtime's own
/// normalisation needs libraries that the arena does without.
/// </summary>
internal static class LetterForms
{
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The text with plain letters, digits and signs.</summary>
    public static string Fold(string text)
    {
        if (!text.Any(c => c > '\u2000'))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xFB00 and <= 0xFB06)
                plain.Append(Ligatures[rune.Value - 0xFB00]);
            else
                plain.Append(Of(rune.Value) is { } letter ? letter.ToString() : rune.ToString());
        }

        return plain.ToString();
    }

    private static char? Of(int rune) => rune switch
    {
        0x3000 => ' ',
        >= 0xFF01 and <= 0xFF5E => (char)(rune - 0xFF01 + '!'),
        >= 0x24B6 and <= 0x24CF => (char)(rune - 0x24B6 + 'A'),
        >= 0x24D0 and <= 0x24E9 => (char)(rune - 0x24D0 + 'a'),
        >= 0x1D400 and <= 0x1D6A3 => Letter((rune - 0x1D400) % 52),
        >= 0x1D7CE and <= 0x1D7FF => (char)((rune - 0x1D7CE) % 10 + '0'),
        _ => null,
    };

    private static char Letter(int place) => (char)(place < 26 ? 'A' + place : 'a' + place - 26);
}
