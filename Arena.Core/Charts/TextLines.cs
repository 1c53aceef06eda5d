namespace Arena.Core.Charts;

/// <summary>Breaks a text between words, and between sayings (set apart by <c> · </c>) where that will do.</summary>
internal static class TextLines
{
    private const string Dot = " · ";

    /// <summary>The text in lines no wider than <paramref name="width"/>; a word that is wider alone is shortened.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, TextStyle style) =>
        [.. Fill(text.Split(Dot), Dot, width, style).SelectMany(line => Fill(line.Split(' '), " ", width, style)).Select(line => style.Shorten(line, width))];

    private static List<string> Fill(IEnumerable<string> parts, string between, double width, TextStyle style)
    {
        var lines = new List<string>();
        foreach (var part in parts)
        {
            var longer = lines.Count == 0 ? part : lines[^1] + between + part;
            if (lines.Count > 0 && style.Width(longer) <= width)
                lines[^1] = longer;
            else
                lines.Add(part);
        }

        return lines;
    }
}
