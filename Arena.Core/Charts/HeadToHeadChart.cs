using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>Two models beside each other: expected and actual win rate, their battles, and how both ratings moved.</summary>
public static class HeadToHeadChart
{
    private const double NamesHeight = 56;
    private const double PlotHead = 48;
    private const double PlotHeight = 300;

    /// <summary>Draws two models; A is blue and at the left, as in a battle.</summary>
    /// <param name="pair">The two.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(HeadToHead pair, ChartTheme theme, string? serverName = null)
    {
        var frame = new ChartFrame("Head to head", pair.Scope, serverName, theme);
        var strips = HeadToHeadStrip.Of(pair, theme);
        var lines = Lines(pair, theme);
        var stripsHeight = NamesHeight + strips.Sum(s => s.Height);
        var height = stripsHeight + (lines.Count > 0 ? PlotHead + PlotHeight + HistoryPlot.Below : 0);
        return frame.Compose(height, [Foot(pair), .. FootWords.Flags([pair.A.Model, pair.B.Model])], HeadToHeadWords.AltText(pair, frame.Where), Write);

        void Write(SvgWriter svg)
        {
            WriteNames(svg, pair, theme);
            var y = ChartFrame.BodyTop + NamesHeight;
            foreach (var strip in strips)
            {
                strip.Write(svg, y, frame);
                y += strip.Height;
            }

            if (lines.Count == 0)
                return;
            var top = ChartFrame.BodyTop + stripsHeight + PlotHead;
            svg.Text(ChartFrame.Margin, top - 24, HeadToHeadWords.Histories(pair.HistorySystem), frame.Small);
            new HistoryPlot(lines, HistoryAxis.Time, top, top + PlotHeight, theme).Write(svg);
        }
    }

    private static void WriteNames(SvgWriter svg, HeadToHead pair, ChartTheme theme)
    {
        const double between = 40;
        const double room = (ChartFrame.Right - ChartFrame.Margin - between) / 2;
        var baseline = ChartFrame.BodyTop + 30;
        var (a, b) = (new TextStyle(30, theme.Poles.High, Bold: true), new TextStyle(30, theme.Poles.Low, Bold: true));
        var (flagA, flagB) = (ModelLabel.FlagRoom(pair.A.Model), ModelLabel.FlagRoom(pair.B.Model));
        var (nameA, nameB) = (a.Shorten(pair.NameA, room - flagA), b.Shorten(pair.NameB, room - flagB));
        if (flagA > 0)
            ModelLabel.WriteFlag(svg, ChartFrame.Margin + 4, baseline - 10, theme);
        if (flagB > 0)
            ModelLabel.WriteFlag(svg, ChartFrame.Right - b.Width(nameB) - flagB + 4, baseline - 10, theme);
        svg.Text(ChartFrame.Margin + flagA, baseline, nameA, a);
        svg.Text(ChartFrame.Right, baseline, nameB, b, TextAnchor.End);
    }

    private static List<HistoryLine> Lines(HeadToHead pair, ChartTheme theme)
    {
        var lines = new List<HistoryLine>();
        foreach (var series in pair.Histories.Where(h => h.Points.Count > 0))
        {
            var isA = series.Model.Tag == pair.A.Model.Tag;
            lines.Add(new HistoryLine(series, isA ? pair.NameA : pair.NameB, isA ? theme.Poles.High : theme.Poles.Low));
        }

        return lines;
    }

    private static string Foot(HeadToHead pair)
    {
        var moments = pair.Histories.Where(h => h.Points.Count > 0).Select(h => h.Points[^1].At)
            .Concat(pair.A.LastTen.Concat(pair.B.LastTen).Select(b => b.At)).ToList();
        return FootWords.With(
            $"{DisplayNumbers.Counted(pair.Record.Ballots, "ballot")} in {DisplayNumbers.Counted(pair.Record.Battles, "battle")} of the two",
            moments.Count == 0 ? null : moments.Max());
    }
}
