using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Charts;

/// <summary>Wins, ties and losses of the models of a page, one bar each, from zero.</summary>
public static class RecordsChart
{
    private const double RowHeight = 54;
    private const double BarHeight = 34;
    private const double RankRight = 86;
    private const double NameLeft = 104;
    private const double NameRight = 456;
    private const double BarLeft = 476;
    private const double BarRight = 860;
    private const double KeyHeight = 40;

    /// <summary>Draws the records of a page.</summary>
    /// <param name="page">At most 15 rows of a board; without rows a sentence says so.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(StandingsPage page, ChartTheme theme, string? serverName = null)
    {
        var board = page.Standings;
        var frame = new ChartFrame("Wins, ties and losses", board.Scope, serverName, theme)
        {
            Beside = page.Count > 1 ? $"page {page.Number} of {page.Count}" : "",
        };
        var altText = AltText(page, frame.Where);
        if (page.Rows.Count == 0)
            return frame.Sentence("No battle has been counted here yet.", altText);

        string[] foot =
        [
            FootWords.Counted(board), $"in the order of the {ScopeWords.System(board.System)} board; a battle is won by most of its ballots",
            .. FootWords.Flags(page.Rows.Select(row => row.Model)),
        ];
        return frame.Compose(KeyHeight + page.Rows.Count * RowHeight, foot, altText, svg => Write(svg, page, frame));
    }

    private static void Write(SvgWriter svg, StandingsPage page, ChartFrame frame)
    {
        var most = Math.Max(1, page.Standings.Rows.Max(r => r.Record.Battles));
        WriteKey(svg, frame);
        for (var i = 0; i < page.Rows.Count; i++)
        {
            var middle = ChartFrame.BodyTop + KeyHeight + (i + 0.5) * RowHeight;
            WriteRow(svg, page.Rows[i], middle, (BarRight - BarLeft) / most, frame);
        }
    }

    private static void WriteKey(SvgWriter svg, ChartFrame frame)
    {
        var baseline = ChartFrame.BodyTop + 20;
        var x = BarLeft;
        foreach (var (_, word, fill) in Parts(default, frame.Theme))
        {
            svg.Rectangle(x, baseline - 17, 18, 18, fill, 3);
            svg.Text(x + 26, baseline, word, frame.Small with { Fill = frame.Theme.Text });
            x += 26 + frame.Small.Width(word) + 26;
        }

        svg.Text(ChartFrame.Right, baseline, "battles", frame.Small, TextAnchor.End);
    }

    private static void WriteRow(SvgWriter svg, Standing row, double middle, double pixelsPerBattle, ChartFrame frame)
    {
        var theme = frame.Theme;
        var rank = new TextStyle(27, row.IsProvisional ? theme.Muted : theme.Text, Bold: !row.IsProvisional);
        svg.Text(RankRight, middle + 9.5, row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "?", rank, TextAnchor.End);
        ModelLabel.Write(svg, row, NameLeft, NameRight, middle, theme, saysSize: false);
        var (x, isRead) = (BarLeft, true);
        foreach (var (count, _, fill) in Parts(row.Record, theme))
        {
            var width = count * pixelsPerBattle;
            if (width > 0)
                isRead &= BarPart.Write(svg, x, middle, width, BarHeight, fill, DisplayNumbers.Count(count), theme) || fill == theme.Poles.Neither;
            x += width;
        }

        if (!isRead)
            WriteBeside(svg, row.Record, x + 12, middle, frame);
        svg.Text(ChartFrame.Right, middle + 8, DisplayNumbers.Count(row.Record.Battles), frame.Small, TextAnchor.End);
    }

    // Where the wins or the losses found no room inside, all three stand beside the bar, in the same order.
    private static void WriteBeside(SvgWriter svg, BattleRecord record, double x, double middle, ChartFrame frame)
    {
        var style = frame.Small with { Fill = frame.Theme.Text };
        var numbers = string.Join(" · ", Parts(record, frame.Theme).Select(p => DisplayNumbers.Count(p.Count)));
        if (x + style.Width(numbers) <= BarRight + 10)
            svg.Text(x, middle + 8, numbers, style);
    }

    private static (int Count, string Word, string Fill)[] Parts(BattleRecord record, ChartTheme theme) =>
    [
        (record.Wins, "wins", theme.Poles.High), (record.Ties, "ties", theme.Poles.Neither), (record.Losses, "losses", theme.Poles.Low),
    ];

    private static string AltText(StandingsPage page, string where)
    {
        var pages = page.Count > 1 ? $", page {page.Number} of {page.Count}" : "";
        if (page.Rows.Count == 0)
            return $"Wins, ties and losses, {where}: no battle has been counted here yet.";
        var rows = page.Rows.Take(5).Select(r =>
            $"{AltTexts.Name(r.Model, r.Name)} {DisplayNumbers.Counted(r.Record.Wins, "win")}, {DisplayNumbers.Count(r.Record.Ties)} tied, {DisplayNumbers.Count(r.Record.Losses)} lost");
        var most = page.Rows.MaxBy(r => (double)r.Record.Wins / Math.Max(1, r.Record.Battles))!;
        var often = most.Record.Wins == 0
            ? "No battle was won"
            : $"Wins most often: {AltTexts.Name(most.Model, most.Name)}, {DisplayNumbers.Percents((double)most.Record.Wins / most.Record.Battles).Share} of its battles";
        return $"Wins, ties and losses, {where}{pages}. {often}. {string.Join("; ", rows)}.";
    }
}
