using System.Text;
using System.Text.RegularExpressions;

namespace Arena.Core.Integrity;

/// <summary>What of an answer its model says in its own words: no code, no quotations, no lines of somebody else.</summary>
internal static partial class LeakText
{
    private const int LongestSentence = 1_000;

    /// <summary>The text without emphasis, with one kind of space, apostrophe, quotation mark and hyphen.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in LetterForms.Fold(text))
        {
            switch (c)
            {
                case '*' or '_' or '`' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF':
                    continue;
                case '’' or '‘' or 'ʼ' or '´':
                    plain.Append('\'');
                    break;
                case '‐' or '‑' or '‒' or '–':
                    plain.Append('-');
                    break;
                case '\n' or '\r':
                    plain.Append('\n');
                    break;
                default:
                    // Our own marks for names must not come from outside.
                    plain.Append(char.IsWhiteSpace(c) || c is >= '\uE000' and <= '\uE0FF' ? ' ' : c);
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>The sentences that the model says itself.</summary>
    public static IEnumerable<string> Sentences(string answer)
    {
        var own = Plain(Fence().Replace(answer, "\n").Trim());
        if (own.Length > 1 && Quotation().Match(own) is { Success: true, Index: 0 } all && all.Length == own.Length)
            own = own[1..^1];                                   // an answer that stands in quotation marks as a whole is no quotation
        own = Quotation().Replace(own, match => match.Value.Contains('\n', StringComparison.Ordinal) ? match.Value : " … ");
        foreach (var line in own.Split('\n'))
        {
            if (line.TrimStart().StartsWith('>') || IsOfSomebodyElse(line))
                continue;
            foreach (var sentence in SentenceEnd().Split(line))
            {
                // Nobody's sentences are so long; what is said across such a border is missed.
                for (var at = 0; at < sentence.Length; at += LongestSentence)
                    yield return sentence[at..Math.Min(sentence.Length, at + LongestSentence)];
            }
        }
    }

    private static bool IsOfSomebodyElse(string line) =>
        Speaker().Match(line) is { Success: true } speaker && !OwnLabel().IsMatch(speaker.Groups[1].Value);

    // An unclosed fence goes to the end, as Markdown has it.
    [GeneratedRegex(@"^[ ]{0,3}(```|~~~).*?(?:^[ ]{0,3}\1|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\"[^\"\n]{1,600}\"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|»[^«\n]{1,600}«|「[^」\n]{1,600}」|『[^』\n]{1,600}』|(?<![\\p{L}\\d])'[^'\n]{2,600}'(?![\\p{L}\\d])")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"(?<=[.!?…]['"")\]]{0,3})\s+|(?<=[。！？؟।])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\s*(?:[-•#]+\s*)?(\p{Lu}[\p{L}\d.'()-]{0,30}(?: [\p{Lu}\d(][\p{L}\d.'()-]{0,30}){0,2}):\s")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"^(?:(?:the |my )?(?:ai|assistant|answer|response|reply|bot|chatbot|me|model|a|note|disclaimer|introduction|identity|name|output|sure|hello|hi|ki|antwort|hinweis|assistent|réponse|respuesta|nota|note|risposta|resposta|antwoord|odpowiedź|ответ|ассистент)s?)(?: language)?(?: model| assistant)?(?: \d+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnLabel();
}
