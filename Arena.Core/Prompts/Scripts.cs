using System.Text;

namespace Arena.Core.Prompts;

/// <summary>Which script a letter belongs to (blocks of the Unicode Standard), and which language a script means by itself.</summary>
internal static class Scripts
{
    private static readonly (int First, int Last, Script Script)[] Blocks =
    [
        (0x0041, 0x005A, Script.Latin), (0x0061, 0x007A, Script.Latin), (0x00C0, 0x024F, Script.Latin),
        (0x0370, 0x03FF, Script.Greek), (0x0400, 0x052F, Script.Cyrillic), (0x0530, 0x058F, Script.Armenian),
        (0x0590, 0x05FF, Script.Hebrew), (0x0600, 0x06FF, Script.Arabic), (0x0750, 0x077F, Script.Arabic),
        (0x0900, 0x097F, Script.Devanagari), (0x0980, 0x09FF, Script.Bengali), (0x0A00, 0x0A7F, Script.Gurmukhi),
        (0x0A80, 0x0AFF, Script.Gujarati), (0x0B00, 0x0B7F, Script.Odia), (0x0B80, 0x0BFF, Script.Tamil),
        (0x0C00, 0x0C7F, Script.Telugu), (0x0C80, 0x0CFF, Script.Kannada), (0x0D00, 0x0D7F, Script.Malayalam),
        (0x0D80, 0x0DFF, Script.Sinhala), (0x0E00, 0x0E7F, Script.Thai), (0x0E80, 0x0EFF, Script.Lao),
        (0x0F00, 0x0FFF, Script.Tibetan), (0x1000, 0x109F, Script.Myanmar), (0x10A0, 0x10FF, Script.Georgian),
        (0x1100, 0x11FF, Script.Hangul), (0x1200, 0x139F, Script.Ethiopic), (0x1780, 0x17FF, Script.Khmer),
        (0x1E00, 0x1EFF, Script.Latin), (0x1F00, 0x1FFF, Script.Greek), (0x3005, 0x3007, Script.Han), (0x3040, 0x30FF, Script.Kana),
        (0x3130, 0x318F, Script.Hangul), (0x31F0, 0x31FF, Script.Kana), (0x3400, 0x4DBF, Script.Han), (0x4E00, 0x9FFF, Script.Han),
        (0xAC00, 0xD7AF, Script.Hangul), (0xF900, 0xFAFF, Script.Han), (0xFB50, 0xFDFF, Script.Arabic),
        (0xFE70, 0xFEFC, Script.Arabic), (0xFF66, 0xFF9D, Script.Kana), (0x20000, 0x323AF, Script.Han),
    ];

    /// <summary>Null for what is no letter, and for scripts that are not told apart.</summary>
    public static Script? Of(Rune rune)
    {
        if (!Rune.IsLetter(rune))
            return null;
        var (low, high) = (0, Blocks.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var block = Blocks[middle];
            if (rune.Value < block.First)
                high = middle - 1;
            else if (rune.Value > block.Last)
                low = middle + 1;
            else
                return block.Script;
        }

        return null;
    }

    /// <summary>About how many letters of an alphabet one character stands for.</summary>
    public static int Weight(Script script) => script switch
    {
        Script.Han => 4,
        Script.Kana or Script.Hangul => 2,
        _ => 1,
    };

    /// <summary>The language, where the script is enough to know it; null where several share it.</summary>
    public static string? Language(Script script) => script switch
    {
        Script.Han => "zh",
        Script.Kana => "ja",
        Script.Hangul => "ko",
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Khmer => "km",
        Script.Myanmar => "my",
        Script.Tibetan => "bo",
        Script.Devanagari => "hi",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Odia => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Georgian => "ka",
        Script.Armenian => "hy",
        Script.Ethiopic => "am",
        _ => null,
    };
}
