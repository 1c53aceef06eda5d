using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Presentation;

/// <summary>
/// Markdown by strangers, made fit to stand in a Discord message: it pings nobody, every code block it opens is closed, a link shows
/// where it leads, and nothing in it changes how the text after it looks.
/// </summary>
internal static partial class SafeText
{
    private const char Break = '\u200B';                                     // a zero-width space takes the magic out of a word

    /// <summary>The whole text as Discord markdown, ready for an embed. Total: any prefix of any text gives well-formed markdown.</summary>
    public static string Markdown(string raw) => Render(SafeCharacters.Clean(raw));

    /// <summary>The same for text that is clean already (see <see cref="SafeCharacters"/>).</summary>
    /// <param name="clean">The text.</param>
    /// <param name="quietLinks">Keeps Discord from opening previews of the addresses in it: for message content; embeds show none.</param>
    public static string Render(string clean, bool quietLinks = false)
    {
        var rendered = new StringBuilder(clean.Length + 16);
        foreach (var block in MarkdownBlock.Split(clean))
        {
            if (block.Fence is { } fence)
                AppendFence(rendered, fence);
            else
                AppendText(rendered, clean[block.Start..block.End], quietLinks);
        }

        return Mention().Replace(rendered.ToString().TrimEnd(), match => $"{match.Value}{Break}");
    }

    /// <summary>One line of plain words, such as a name: no markdown, no mention, no line break.</summary>
    public static string Plain(string raw)
    {
        var line = SafeCharacters.Clean(raw).Replace('\n', ' ');
        return Mention().Replace(Special().Replace(line, match => $"\\{match.Value}"), match => $"{match.Value}{Break}");
    }

    /// <summary>Text for inside single backticks.</summary>
    public static string Code(string raw) => $"`{SafeCharacters.Clean(raw).Replace('\n', ' ').Replace('`', '\'')}`";

    /// <summary>A quotation, line by line.</summary>
    public static string Quote(string markdown) => "> " + markdown.Replace("\n", "\n> ", StringComparison.Ordinal);

    private static void AppendFence(StringBuilder rendered, MarkdownFence fence)
    {
        var code = string.Join('\n', fence.Lines.Select(line => Fences().Replace(line, Spread))).TrimEnd().TrimStart('\n');
        // Discord takes a block without content for three stray backticks.
        rendered.Append("```").Append(fence.Language).Append('\n').Append(code.Length == 0 ? " " : code).Append("\n```\n");
    }

    private static string Spread(Match run) => string.Join(Break, run.Value.AsEnumerable());

    private static void AppendText(StringBuilder rendered, string text, bool quietLinks)
    {
        var written = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\\' && i + 1 < text.Length && IsEscapable(text[i + 1]))
            {
                written.Append(text, i, 2);
                i += 2;
            }
            else if (text[i] != '`')
            {
                written.Append(text[i++]);
            }
            else
            {
                rendered.Append(WithoutTraps(written, quietLinks));
                i = AppendBackticks(rendered, text, i);
            }
        }

        rendered.Append(WithoutTraps(written, quietLinks));
    }

    /// <summary>A run of backticks is inline code if a run of the same length follows in its paragraph, and else so many characters.</summary>
    private static int AppendBackticks(StringBuilder rendered, string text, int start)
    {
        var length = RunLength(text, start);
        var paragraphEnd = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var limit = paragraphEnd < 0 ? text.Length : paragraphEnd;
        for (var i = start + length; i < limit;)
        {
            if (text[i] != '`')
            {
                i++;
                continue;
            }

            var closing = RunLength(text, i);
            if (closing == length)
            {
                AppendCode(rendered, text[(start + length)..i]);
                return i + closing;
            }

            i += closing;
        }

        rendered.Insert(rendered.Length, "\\`", length);
        return start + length;
    }

    private static void AppendCode(StringBuilder rendered, string code)
    {
        if (!code.Contains('`'))
            rendered.Append('`').Append(code).Append('`');
        else
            rendered.Append("`` ").Append(Pairs().Replace(code, Spread).Trim()).Append(" ``");
    }

    private static bool IsEscapable(char c) => c is > ' ' and < (char)0x7F && !char.IsLetterOrDigit(c);

    private static int RunLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - start;
    }

    private static string WithoutTraps(StringBuilder written, bool quietLinks)
    {
        if (written.Length == 0)
            return "";
        var text = MaskedLink().Replace(written.ToString(), ShowBare);
        text = text.Replace("](", "] (", StringComparison.Ordinal);
        // Three marks quote everything that follows, whoever wrote it.
        text = QuoteToTheEnd().Replace(text, "$1\\>>>");
        written.Clear();
        return quietLinks ? Address().Replace(text, Quiet) : text;
    }

    /// <summary>The address in angle brackets, without what only ends the sentence or the bracket around it.</summary>
    private static string Quiet(Match found)
    {
        var address = found.Value.TrimEnd('.', ',', ';', ':', '!', '?', '*', '_', '~', '|', ']', '"', '\'');
        while (address.EndsWith(')') && address.Count(c => c == ')') > address.Count(c => c == '('))
            address = address[..^1].TrimEnd('.', ',', ';', ':', '!', '?');
        return $"<{address}>{found.Value[address.Length..]}";
    }

    private static string ShowBare(Match link)
    {
        var (words, address) = (link.Groups["words"].Value.Trim(), link.Groups["address"].Value);
        return words.Length == 0 || words == address ? address : $"{words} ({address})";
    }

    [GeneratedRegex(@"@(?=everyone|here)|<(?=@[!&]?\d+>|#\d+>|/[^<>\n]{1,120}:\d+>|id:\w+>|a?:\w{1,64}:\d+>)", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]*)\]\(\s*<?(?<address>[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>)]*)>?(?:\s+[^)\n]*)?\)")]
    private static partial Regex MaskedLink();

    [GeneratedRegex(@"^([ \t]*)>>>", RegexOptions.Multiline)]
    private static partial Regex QuoteToTheEnd();

    [GeneratedRegex("`{3,}")]
    private static partial Regex Fences();

    [GeneratedRegex("`{2,}")]
    private static partial Regex Pairs();

    // An underscore between letters marks nothing.
    [GeneratedRegex(@"[\\`*~|<>\[\]#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<![<\w])https?://[^\s<>`]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
