using System.Globalization;

namespace Bot.Presentation;

/// <summary>What of a text fits its box, as safe markdown, and whether something had to be left out.</summary>
internal sealed record TextBox(string Markdown, bool IsCut)
{
    // A nicer boundary is taken as long as it does not leave more than this share of the box empty.
    private const double ShareForParagraph = 0.5, ShareForLine = 0.6, ShareForSentence = 0.7, ShareForWord = 0.8;

    /// <summary>
    /// The text, or its opening part up to a boundary (paragraph, line, sentence, word, and never inside a grapheme) with
    /// <paramref name="continuation"/> as a paragraph of its own below; both together at most <paramref name="limit"/> characters.
    /// A block of code that is cut is closed.
    /// </summary>
    public static TextBox Fit(string raw, int limit, string continuation, bool quietLinks = false)
    {
        var clean = SafeCharacters.Clean(raw);
        if (clean.Length <= limit * 4)                                       // far beyond it, rendering the whole is wasted
        {
            var whole = SafeText.Render(clean, quietLinks);
            if (whole.Length <= limit)
                return new TextBox(whole, false);
        }

        var below = continuation.Length == 0 ? "" : $"\n\n{continuation}";
        var room = Math.Max(0, limit - below.Length);
        var end = Math.Min(clean.Length, room);
        while (end > 0)
        {
            end = Boundary(clean, end);
            var opening = SafeText.Render(clean[..end], quietLinks);
            if (opening.Length <= room)
                return new TextBox(opening + below, true);
            end -= Math.Max(1, (opening.Length - room) / 2);
        }

        return new TextBox(below.TrimStart(), true);
    }

    /// <summary>The same as a quotation; what marks its lines is in the limit, too.</summary>
    public static TextBox Quote(string raw, int limit, string continuation, bool quietLinks = false)
    {
        for (var room = limit; ;)
        {
            var box = Fit(raw, room, continuation, quietLinks);
            var quote = SafeText.Quote(box.Markdown.Length == 0 ? "*Nothing that can be seen.*" : box.Markdown);
            if (quote.Length <= limit)
                return box with { Markdown = quote };
            room -= Math.Max(1, (quote.Length - limit) / 2);
        }
    }

    /// <summary>Words without markdown, such as a label, in at most <paramref name="limit"/> characters.</summary>
    public static string Plain(string text, int limit) =>
        text.Length <= limit ? text : text[..LastGrapheme(text, limit - 1)].TrimEnd() + "…";

    /// <summary>The last good place to end at or before an offset.</summary>
    private static int Boundary(string text, int max)
    {
        if (max >= text.Length)
            return text.Length;
        var fence = MarkdownBlock.Split(text[..max]).LastOrDefault(block => block.Fence is not null && block.End == max);
        var inFence = fence is { Fence: { IsClosed: false } };
        if (inFence && fence!.Start > max * ShareForParagraph)
            return fence.Start;                                              // the whole block fits better on the page that follows

        if (!inFence && LastAfter(text, "\n\n", max) is var paragraph && paragraph >= max * ShareForParagraph && !StandsInFence(text, paragraph))
            return paragraph;
        if (LastAfter(text, "\n", max) is var line && line >= max * ShareForLine)
            return line;
        if (!inFence && LastSentence(text, max) is var sentence && sentence >= max * ShareForSentence)
            return sentence;
        if (LastAfter(text, " ", max) is var word && word >= max * ShareForWord)
            return word;
        return LastGrapheme(text, max);
    }

    private static bool StandsInFence(string text, int offset) =>
        MarkdownBlock.Split(text[..offset]) is [.., { Fence.IsClosed: false }];

    private static int LastAfter(string text, string separator, int max)
    {
        var at = text.LastIndexOf(separator, max - 1, StringComparison.Ordinal);
        return at < 0 ? 0 : at + separator.Length;
    }

    private static int LastSentence(string text, int max)
    {
        for (var i = max - 1; i > 0; i--)
        {
            if (text[i - 1] is '。' or '！' or '？' || (text[i - 1] is '.' or '!' or '?' or '…' && char.IsWhiteSpace(text[i])))
                return i;
        }

        return 0;
    }

    private static int LastGrapheme(string text, int max)
    {
        // Clusters are told apart from their beginning, so start where one certainly begins.
        var position = text.LastIndexOfAny([' ', '\n'], max - 1) + 1;
        while (position < max)
        {
            var next = position + StringInfo.GetNextTextElementLength(text, position);
            if (next > max)
                break;
            position = next;
        }

        if (position > 0)
            return position;
        // One cluster that is longer than the box: at least no character is torn.
        return char.IsLowSurrogate(text[max]) ? max - 1 : max;
    }
}
