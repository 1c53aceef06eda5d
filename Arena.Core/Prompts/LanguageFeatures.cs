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

    /// <param name="words">See <see cref="Words"/>.</param>
    public static IEnumerable<string> Of(IEnumerable<string> words)
    {
        foreach (var word in words)
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

    /// <summary>The words of a text in one script: in lower case, composed, at apostrophes and hyphens apart.</summary>
    public static IEnumerable<string> Words(string text, Script script)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Scripts.Of(rune) == script || (word.Length > 0 && IsMark(rune)))
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
