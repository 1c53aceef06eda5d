using System.Text.RegularExpressions;

namespace Sandbox.Models;

/// <summary>Cuts a text into pieces of a token's size. Joined again they are the text.</summary>
internal static partial class DemoTokens
{
    public static IReadOnlyList<string> Of(string text) => [.. Pieces().Matches(text).Select(match => match.Value)];

    public static int Count(string text) => Pieces().Count(text);

    // A surrogate pair must stay in one piece: half of one can not be written as UTF-8.
    [GeneratedRegex(@" ?(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\s\uD800-\uDFFF]){1,7}|\s+|[\uD800-\uDFFF]")]
    private static partial Regex Pieces();
}
