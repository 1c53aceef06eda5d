using System.Text.RegularExpressions;

namespace Bot.Tests.Presentation;

/// <summary>Reads markdown as Discord's clients do, as far as it matters for what may break out of its box.</summary>
internal static partial class DiscordMarkdown
{
    /// <summary>What stands outside code, with escapes taken away; code is replaced by one object character.</summary>
    public static string OutsideCode(string markdown)
    {
        var outside = new System.Text.StringBuilder();
        for (var i = 0; i < markdown.Length;)
        {
            var length = LengthAt(Escape(), markdown, i);
            if (length > 0)
            {
                outside.Append('\\');
                i += length;
                continue;
            }

            length = LengthAt(CodeBlock(), markdown, i) is > 0 and var block ? block : LengthAt(InlineCode(), markdown, i);
            outside.Append(length > 0 ? '\uFFFC' : markdown[i]);
            i += Math.Max(1, length);
        }

        return outside.ToString();
    }

    public static void AssertStaysInItsBox(string markdown)
    {
        var outside = OutsideCode(markdown);
        Assert.DoesNotContain("`", outside, StringComparison.Ordinal);
        Assert.DoesNotMatch(MaskedLink(), outside);
        Assert.DoesNotMatch(Mention(), markdown);
        Assert.DoesNotMatch(QuoteToTheEnd(), outside);
        Assert.DoesNotMatch(Bidi(), markdown);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (char.IsHighSurrogate(markdown[i]))
                Assert.True(i + 1 < markdown.Length && char.IsLowSurrogate(markdown[i + 1]), "torn surrogate");
            else if (char.IsLowSurrogate(markdown[i]))
                Assert.True(i > 0 && char.IsHighSurrogate(markdown[i - 1]), "torn surrogate");
        }
    }

    private static int LengthAt(Regex regex, string text, int at)
    {
        var match = regex.Match(text, at);
        return match.Success && match.Index == at ? match.Length : 0;
    }

    [GeneratedRegex(@"\G\\[^0-9A-Za-z\s]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```", RegexOptions.IgnoreCase)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\G(`+)([\s\S]*?[^`])\1(?!`)")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\(\s*<?[a-z][a-z0-9+.\-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex MaskedLink();

    [GeneratedRegex(@"@everyone|@here|<@[!&]?\d+>|<#\d+>|</[^<>\n]+:\d+>", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^\s*>>>", RegexOptions.Multiline)]
    private static partial Regex QuoteToTheEnd();

    [GeneratedRegex(@"[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Bidi();
}
