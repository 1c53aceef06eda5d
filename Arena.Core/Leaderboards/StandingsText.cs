using System.Globalization;
using System.Text;
using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>A page of a board as a monospaced table: what the picture says, for those who do not see it.</summary>
public static class StandingsText
{
    private const int NameColumns = 24;
    private const int SmallestNameColumns = 8;

    /// <summary>Discord's limit for a message, less the code fence around the table.</summary>
    private const int Limit = 2000 - 8;

    /// <summary>What is to be said wherever sizes count in the ratings.</summary>
    public const string SizeHandicap = "A game with a size handicap: large models start higher and gain less by winning";

    /// <summary>What a flagged model's row is marked with.</summary>
    public const string FlaggedMark = "⚑";

    /// <summary>What a retired model's row is marked with.</summary>
    public const string RetiredMark = "†";

    /// <summary>
    /// The table, at most 15 rows, without the fence: fits into a message with a code block around it, and holds no
    /// backtick that could end that block. An empty board gives one sentence.
    /// </summary>
    public static string Table(StandingsPage page)
    {
        if (page.Rows.Count == 0)
            return "No battle has been counted here yet.";

        // Names of wide characters and many UTF-16 units may need more room than their columns show.
        for (var columns = NameColumns; ; columns--)
        {
            var table = Write(page, columns);
            if (table.Length <= Limit || columns == SmallestNameColumns)
                return table;
        }
    }

    /// <summary>The table in its code block.</summary>
    public static string Block(StandingsPage page) => page.Rows.Count == 0 ? Table(page) : $"```\n{Table(page)}\n```";

    private static string Write(StandingsPage page, int nameColumns)
    {
        var system = page.Standings.System;
        // Of the whole board, so that all its pages have the same columns.
        var intervals = page.Standings.Rows.Any(row => row.Interval is not null);
        List<string[]> cells = [Cells("#", "model", Unit(system), "95 %", "W-L-T", "ballots")];
        cells.AddRange(page.Rows.Select(row => Cells(
            row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "?",
            Name(row, nameColumns),
            DisplayNumbers.Rating(system, row.Rating),
            row.Interval is { } interval ? DisplayNumbers.Interval(system, row.Rating, interval) : "",
            string.Create(CultureInfo.InvariantCulture, $"{row.Record.Wins}-{row.Record.Losses}-{row.Record.Ties}"),
            DisplayNumbers.Count(row.Record.Ballots))));

        string[] Cells(string rank, string name, string rating, string interval, string record, string ballots) =>
            intervals ? [rank, name, rating, interval, record, ballots] : [rank, name, rating, record, ballots];

        var widths = Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(row => DisplayText.Columns(row[i]))).ToArray();
        var text = new StringBuilder();
        foreach (var row in cells)
        {
            var line = string.Join("  ", row.Select((cell, i) => DisplayText.Pad(cell, widths[i], toTheRight: i != 1)));
            text.Append(line.TrimEnd()).Append('\n');
        }

        if (page.Rows.Any(r => r.IsProvisional))
            text.Append($"? fewer than {page.Standings.ProvisionalBelow} battles\n");
        if (page.Rows.Any(r => r.Model.Status == Roster.ModelStatus.Flagged))
            text.Append($"{FlaggedMark} flagged\n");
        if (page.Rows.Any(r => r.Model.Status == Roster.ModelStatus.Retired))
            text.Append($"{RetiredMark} retired\n");
        return text.ToString(0, text.Length - 1);
    }

    private static string Unit(RatingSystem system) => system switch
    {
        RatingSystem.Score => "Score",
        RatingSystem.Elo => "Elo",
        _ => "rating",
    };

    private static string Name(Standing row, int columns)
    {
        var mark = row.Model.Status switch
        {
            Roster.ModelStatus.Flagged => " " + FlaggedMark,
            Roster.ModelStatus.Retired => " " + RetiredMark,
            _ => "",
        };
        // A grave accent would end the code block around the table.
        var name = row.Name.Replace('`', 'ˋ');
        var shown = DisplayText.Shorten(name, columns - DisplayText.Columns(mark)) + mark;
        // Numbers after a word in Hebrew or Arabic would change places with it; a left-to-right mark keeps the row.
        return shown.Any(c => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') ? shown + '\u200E' : shown;
    }
}
