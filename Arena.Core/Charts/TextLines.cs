namespace Arena.Core.Charts;

/// <summary>Breaks a text between words.</summary>
internal static class TextLines
{
    /// <summary>The text in lines no wider than <paramref name="width"/>; a word that is wider alone is shortened.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, TextStyle style)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && style.Width(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = style.Shorten(longer, width);
        }

        lines.Add(line);
        return lines;
    }
}
