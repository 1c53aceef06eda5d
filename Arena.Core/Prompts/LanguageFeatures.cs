using System.Text;

namespace Arena.Core.Prompts;

/// <summary>What a language is known by: its words, and the letters, pairs and triples in them, with the edges of the words.</summary>
internal static class LanguageFeatures
{
    private const char Edge = ' ';
    private const char WholeWord = '=';

    public static IEnumerable<string> Of(string text)
    {
        foreach (var word in Words(text))
        {
            var padded = $"{Edge}{word}{Edge}";
            for (var length = 1; length <= 3; length++)
            {
                for (var start = length == 1 ? 1 : 0; start + length <= padded.Length - (length == 1 ? 1 : 0); start++)
                    yield return padded.Substring(start, length);
            }

            yield return WholeWord + word;
        }
    }

    /// <summary>Features of one kind compete with one another: 1 to 3 letters, or 0 for words.</summary>
    public static int Kind(string feature) => feature[0] == WholeWord ? 0 : feature.Length;

    /// <summary>In lower case, composed, at apostrophes and hyphens apart.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || (word.Length > 0 && IsMark(rune)))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
