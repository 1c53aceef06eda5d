using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>Counted ballots by language or category, one bar each, from zero.</summary>
public static class CountsChart
{
    private const double RowHeight = 54;
    private const double BarHeight = 30;
    private const double MostNameWidth = 330;
    private const double NameGap = 20;
    private const double NumberGap = 12;

    /// <summary>Draws the counts; what does not fit into 15 rows is gathered in the last one.</summary>
    /// <param name="counts">Ballots by language or category; without rows a sentence says so.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(BallotCounts counts, ChartTheme theme, string? serverName = null)
    {
        var title = counts.By == BallotProperty.Language ? "Ballots by language" : "Ballots by category";
        var frame = new ChartFrame(title, counts.Scope, serverName, theme);
        if (counts.Total == 0)
            return frame.Sentence("No ballot has been counted here yet.", $"{title}, {frame.Where}: no ballot has been counted here yet.");

        var rows = CountRow.Of(counts);
        var battles = counts.Rows.Sum(r => (long)r.Battles);
        var foot = FootWords.With($"{DisplayNumbers.Counted(counts.Total, "ballot")} in {DisplayNumbers.Counted(battles, "battle")}", counts.AsOf);
        return frame.Compose(
            rows.Count * RowHeight, [foot], AltText(title, frame.Where, rows, counts), svg => Write(svg, rows, counts.Total, frame));
    }

    private static void Write(SvgWriter svg, IReadOnlyList<CountRow> rows, int total, ChartFrame frame)
    {
        var (name, number) = (new TextStyle(27, frame.Theme.Text), new TextStyle(27, frame.Theme.Text, Bold: true));
        var longest = rows.Max(r => NumberGap + number.Width(DisplayNumbers.Count(r.Ballots)) + NumberGap + frame.Small.Width(Share(r, total)));
        var nameRight = ChartFrame.Margin + Math.Min(MostNameWidth, rows.Max(r => name.Width(r.Name)));
        var barLeft = nameRight + NameGap;
        var pixelsPerBallot = (ChartFrame.Right - barLeft - longest) / rows.Max(r => r.Ballots);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var middle = ChartFrame.BodyTop + (i + 0.5) * RowHeight;
            var style = row.IsNamed ? name : name with { Fill = frame.Theme.Muted };
            svg.Text(nameRight, middle + 9.5, style.Shorten(row.Name, MostNameWidth), style, TextAnchor.End);
            var length = Math.Max(1, row.Ballots * pixelsPerBallot);
            svg.Rectangle(barLeft, middle - BarHeight / 2, length, BarHeight, row.IsNamed ? frame.Theme.Accent : frame.Theme.Poles.Neither);
            var x = barLeft + length + NumberGap;
            svg.Text(x, middle + 9.5, DisplayNumbers.Count(row.Ballots), number);
            svg.Text(x + number.Width(DisplayNumbers.Count(row.Ballots)) + NumberGap, middle + 9.5, Share(row, total), frame.Small);
        }
    }

    private static string Share(CountRow row, int total) => DisplayNumbers.Percents((double)row.Ballots / total).Share;

    private static string AltText(string title, string where, IReadOnlyList<CountRow> rows, BallotCounts counts)
    {
        var parts = rows.Select(r => $"{AltTexts.Name(r.Name)} {DisplayNumbers.Count(r.Ballots)} ({Share(r, counts.Total)})");
        return $"{title}, {where}: {AltTexts.List(parts)}. {DisplayNumbers.Counted(counts.Total, "ballot")} in all.";
    }
}
