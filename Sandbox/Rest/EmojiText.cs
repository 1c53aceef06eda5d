using System.Globalization;
using System.Text;

namespace Sandbox.Rest;

/// <summary>Tells a Unicode emoji from other text. The sandbox has no custom emoji.</summary>
internal static class EmojiText
{
    public static bool IsEmoji(string text)
    {
        if (text.Length is 0 or > 40 || new StringInfo(text).LengthInTextElements != 1)
            return false;
        return text.EnumerateRunes().Any(rune => rune.Value is >= 0x1F000 and <= 0x1FAFF or 0x20E3 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol
            || rune.Value is >= 0x2190 and <= 0x2BFF or 0x3030 or 0x303D or 0x203C or 0x2049);
    }
}
