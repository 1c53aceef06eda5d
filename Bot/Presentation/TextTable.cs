using System.Text;
using Arena.Core.Leaderboards;

namespace Bot.Presentation;

/// <summary>A monospaced table in a block of code: one column of names, set to the left, and numbers, set to the right.</summary>
internal static class TextTable
{
    private const int MostNameColumns = 26;
    private const int LeastNameColumns = 8;

    /// <summary>The table in its block, its names shortened until it fits.</summary>
    /// <param name="head">What the columns are called.</param>
    /// <param name="rows">As many cells each as the head has.</param>
    /// <param name="nameColumn">Which column holds names.</param>
    /// <param name="limit">The most characters, the fence included.</param>
    public static string Block(string[] head, IEnumerable<string[]> rows, int nameColumn, int limit)
    {
        var all = rows.ToList();
        for (var columns = MostNameColumns; ; columns--)
        {
            var block = $"```\n{Write(head, all, nameColumn, columns)}\n```";
            if (block.Length <= limit || columns == LeastNameColumns)
                return block;
        }
    }

    private static string Write(string[] head, IReadOnlyList<string[]> rows, int nameColumn, int nameColumns)
    {
        List<string[]> cells = [head, .. rows.Select(row => row.Select((cell, column) => column == nameColumn ? Name(cell, nameColumns) : cell).ToArray())];
        var widths = Enumerable.Range(0, head.Length).Select(column => cells.Max(row => DisplayText.Columns(row[column]))).ToArray();
        var lines = cells.Select(row => string.Join(
            "  ", row.Select((cell, column) => DisplayText.Pad(cell, widths[column], toTheRight: column != nameColumn))).TrimEnd());
        return new StringBuilder().AppendJoin('\n', lines).ToString();
    }

    private static string Name(string name, int columns)
    {
        // A grave accent would end the block of code.
        var shown = DisplayText.Shorten(DisplayText.Clean(name).Replace('`', 'ˋ'), columns);
        // Numbers after a word in Hebrew or Arabic would change places with it; a left-to-right mark keeps the row.
        return shown.Any(c => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') ? shown + '\u200E' : shown;
    }
}
