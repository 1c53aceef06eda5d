using System.Globalization;
using System.Text;

namespace Arena.Core.Prompts;

/// <summary>
/// Finds words and phrases that a server blocks. Case, width and letter forms, characters that nobody sees and the number of spaces make no
/// difference. Only whole words are found, but in scripts that put no spaces between words.
/// </summary>
public static class BlockedPhrases
{
    // The platform's normal forms are not at hand: the program runs without ICU. These are the marks that keyboards make.
    private static readonly Dictionary<(char Letter, int Mark), char> Composed = Compose(
        (0x0300, "aàeèiìoòuù"), (0x0301, "aáeéiíoóuúyýcćnńsśzźlĺrŕ"), (0x0302, "aâeêiîoôuûwŵyŷcĉgĝhĥjĵsŝ"), (0x0303, "aãnñoõiĩuũ"),
        (0x0304, "aāeēiīoōuū"), (0x0306, "aăgğий"), (0x0307, "zżeėcċgġ"), (0x0308, "aäeëiïoöuüyÿеё"), (0x030A, "aåuů"),
        (0x030B, "oőuű"), (0x030C, "cčsšzžrřeěnňdďtťlľ"), (0x0327, "cçsştţ"), (0x0328, "aąeęiįuų"));

    /// <summary>Whether a text contains one of them.</summary>
    public static bool AreIn(string text, IReadOnlyList<string> phrases)
    {
        if (phrases.Count == 0)
            return false;
        var plain = Plain(text);
        return phrases.Select(Plain).Any(phrase => phrase.Length > 0 && Contains(plain, phrase));
    }

    private static Dictionary<(char, int), char> Compose(params (int Mark, string Pairs)[] marks) => marks
        .SelectMany(mark => mark.Pairs.Chunk(2), (mark, pair) => (Key: (pair[0], mark.Mark), One: pair[1]))
        .ToDictionary(entry => entry.Key, entry => entry.One);

    private static bool Contains(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsBoundary(text, at) && IsBoundary(text, at + phrase.Length))
                return true;
        }

        return false;
    }

    // Between two characters of one word there is none.
    private static bool IsBoundary(string text, int at)
    {
        if (at == 0 || at == text.Length)
            return true;
        if (char.IsLowSurrogate(text[at]) || IsMark(Rune.GetRuneAt(text, at)))
            return false;
        var before = at - 1;
        while (before > 0 && (char.IsLowSurrogate(text[before]) || IsMark(Rune.GetRuneAt(text, before))))
            before--;
        return !IsOfAWord(Rune.GetRuneAt(text, before)) || !IsOfAWord(Rune.GetRuneAt(text, at));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsUnseen(rune)).Select(Fold))
        {
            if (!Rune.IsWhiteSpace(rune))
                Append(plain, rune);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    private static Rune Fold(Rune rune) =>
        Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune));

    // A letter and its mark become the one character that most people type, where there is one.
    private static void Append(StringBuilder plain, Rune rune)
    {
        if (plain.Length > 0 && Composed.TryGetValue((plain[^1], rune.Value), out var one))
            plain[^1] = one;
        else
            plain.Append(rune.ToString());
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0   // joiners, fillers, blanks
        || rune.Value is (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);   // variation selectors

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsOfAWord(Rune rune) => Rune.IsLetterOrDigit(rune) && !IsWithoutSpaces(rune);

    // Thai and Lao, Burmese, Khmer, kana, Han.
    private static bool IsWithoutSpaces(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
