using System.Globalization;
using System.Text;

namespace Arena.Core.Prompts;

/// <summary>What a language is known by: its words, and the letters, pairs and triples in them, with the edges of the words.</summary>
internal static class LanguageFeatures
{
    public const int Word = 0;
    public const int Letter = 1;
    public const int Triple = 3;

    private const char Edge = ' ';
    private const char WholeWord = '=';

    public static IEnumerable<string> Of(string text)
    {
        foreach (var word in Words(text))
        {
            var padded = $"{Edge}{word}{Edge}";
            for (var length = 1; length <= Triple; length++)
            {
                var edge = length == Letter ? 1 : 0;         // an edge alone says nothing
                for (var start = edge; start + length <= padded.Length - edge; start++)
                    yield return padded.Substring(start, length);
            }

            yield return WholeWord + word;
        }
    }

    /// <summary>Features of one kind compete with one another: <see cref="Word"/>, <see cref="Letter"/>, pairs, <see cref="Triple"/>.</summary>
    public static int Kind(string feature) => feature[0] == WholeWord ? Word : feature.Length;

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

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
}
