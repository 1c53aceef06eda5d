using System.Text.RegularExpressions;

namespace Bot.Presentation;

/// <summary>A stretch of markdown: running text, or a fenced block of code. <c>Start</c> and <c>End</c> are offsets into the whole text.</summary>
internal sealed partial record MarkdownBlock(int Start, int End, MarkdownFence? Fence)
{
    /// <summary>
    /// Splits a text at its fences, by CommonMark's rule (three or more of one character, closed by at least as many, or by the end),
    /// which is what models write, and not by Discord's, which knows three backticks only.
    /// </summary>
    public static IReadOnlyList<MarkdownBlock> Split(string text)
    {
        var blocks = new List<MarkdownBlock>();
        var textStart = 0;
        for (var position = 0; position < text.Length;)
        {
            var lineEnd = EndOfLine(text, position);
            var opener = Opener().Match(text[position..lineEnd]);
            if (!opener.Success)
            {
                position = lineEnd + 1;
                continue;
            }

            if (position > textStart)
                blocks.Add(new MarkdownBlock(textStart, position, null));
            var (fence, end) = ReadFence(text, opener, lineEnd);
            blocks.Add(new MarkdownBlock(position, end, fence));
            textStart = position = end;
        }

        if (textStart < text.Length)
            blocks.Add(new MarkdownBlock(textStart, text.Length, null));
        return blocks;
    }

    private static (MarkdownFence Fence, int End) ReadFence(string text, Match opener, int openerEnd)
    {
        var (indent, marks, info) = (opener.Groups["indent"].Value, opener.Groups["marks"].Value, opener.Groups["info"].Value);
        var lines = new List<string>();
        var position = openerEnd + 1;
        var isClosed = false;
        while (position < text.Length && !isClosed)
        {
            var lineEnd = EndOfLine(text, position);
            var line = text[position..lineEnd];
            isClosed = Closes(line, indent, marks);
            if (!isClosed)
                lines.Add(WithoutIndent(line, indent));
            position = lineEnd + 1;
        }

        var language = info.Split([' ', '{', ','], 2)[0].Trim();
        return (new MarkdownFence(Language().IsMatch(language) ? language : "", lines, isClosed), Math.Min(position, text.Length));
    }

    private static bool Closes(string line, string indent, string marks)
    {
        var bare = WithoutIndent(line, indent).Trim();
        return bare.Length >= marks.Length && bare.All(c => c == marks[0]);
    }

    private static string WithoutIndent(string line, string indent)
    {
        if (line.StartsWith(indent, StringComparison.Ordinal))
            return line[indent.Length..];
        var common = 0;
        while (common < line.Length && common < indent.Length && line[common] == indent[common])
            common++;
        return line[common..];
    }

    private static int EndOfLine(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }

    // The indentation may be that of a list or the mark of a quotation; a backtick after the fence would make it inline code.
    [GeneratedRegex(@"^(?<indent>[ \t]*(?:>[ ]?)*[ \t]*)(?:(?<marks>`{3,})[ \t]*(?<info>[^`]*)|(?<marks>~{3,})[ \t]*(?<info>.*))$")]
    private static partial Regex Opener();

    // What Discord takes for the name of a language; anything else would be shown as the first line of the code.
    [GeneratedRegex(@"^[A-Za-z0-9_+\-.#]{1,32}$")]
    private static partial Regex Language();
}
