using System.Text.RegularExpressions;
using Arena.Core.Ratings;

namespace Arena.Core.Battles.Generating;

/// <summary>Counts the Markdown of an answer, which style control holds against it. What stands in code blocks is no style.</summary>
public static partial class AnswerStyles
{
    /// <param name="text">The answer as the model wrote it.</param>
    /// <param name="outputTokens">Tokens of the answer.</param>
    public static AnswerStyle Of(string text, int outputTokens)
    {
        var (headings, items, bold) = (0, 0, 0);
        var inList = false;
        var afterParagraph = false;
        foreach (var line in OutsideCode(text))
        {
            var isItem = !Break().IsMatch(line) && Item().Match(line) is { Success: true } item && (inList || item.Groups[1].Length < 4);
            if (isItem)
                items++;
            else if (HashHeading().IsMatch(line) || (afterParagraph && Underline().IsMatch(line)))
                headings++;
            inList = isItem || (inList && (line.Length == 0 || char.IsWhiteSpace(line[0])));
            afterParagraph = !isItem && IsParagraph(line);
            var prose = InlineCode().Replace(line, "x");
            bold += Stars().Count(prose) + Underscores().Count(prose);
        }

        return new AnswerStyle(outputTokens, headings, items, bold);
    }

    /// <summary>The lines, without marks of quotation and trailing blanks. A fence that nobody closes goes to the end.</summary>
    private static IEnumerable<string> OutsideCode(string text)
    {
        string? fence = null;
        foreach (var raw in text.Split('\n'))
        {
            var line = Quotation().Replace(raw.TrimEnd(), "");
            var mark = Fence().Match(line);
            if (fence is not null)
            {
                if (mark.Success && mark.Groups[2].Length == 0 && mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal))
                    fence = null;
            }
            else if (mark.Success)
            {
                fence = mark.Groups[1].Value;
            }
            else
            {
                yield return line;
            }
        }
    }

    private static bool IsParagraph(string line) =>
        line.Length > 0 && line[0] != '|' && !HashHeading().IsMatch(line) && !Break().IsMatch(line) && !Underline().IsMatch(line);

    [GeneratedRegex(@"^(?: {0,3}>[ ]?)+")]
    private static partial Regex Quotation();

    // A fence may stand in a list, so any indentation will do. Backticks in its line make it inline code.
    [GeneratedRegex(@"^\s*(`{3,}|~{3,})([^`]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}#{1,6}[ \t]+\S")]
    private static partial Regex HashHeading();

    [GeneratedRegex(@"^ {0,3}(?:=+|-+)$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")]
    private static partial Regex Break();

    [GeneratedRegex(@"^([ \t]*)(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S")]
    private static partial Regex Item();

    // Spans have a bound, so that a line of nothing but marks takes time in proportion to its length.
    [GeneratedRegex(@"(?<!`)(`+)(?!`).{1,500}?(?<!`)\1(?!`)")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"(?<![\\*])(\*{2,3})(?=[^\s*]).{1,500}?(?<=[^\s\\])\1(?!\*)")]
    private static partial Regex Stars();

    // Inside a word underscores are part of it, as in snake__case__names.
    [GeneratedRegex(@"(?<![\\_\w])(_{2,3})(?=[^\s_]).{1,500}?(?<=[^\s\\])\1(?![_\w])")]
    private static partial Regex Underscores();
}
