using Arena.Core.Leaderboards;
using Arena.Core.Roster;
using static Arena.Core.Charts.LeaderboardLayout;

namespace Arena.Core.Charts;

/// <summary>A page of a board as a picture: a row for each model, with a dot at its rating.</summary>
public static class LeaderboardChart
{
    /// <summary>Draws a page.</summary>
    /// <param name="page">At most 15 rows of a board; without rows a sentence says so.</param>
    /// <param name="theme">Its colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(StandingsPage page, ChartTheme theme, string? serverName = null)
    {
        var board = page.Standings;
        var title = board.IsStyleControlled ? $"{ScopeWords.System(board.System)}, style-controlled" : $"{ScopeWords.System(board.System)} leaderboard";
        var frame = new ChartFrame(title, board.Scope, serverName, theme) { Beside = page.Count > 1 ? $"page {page.Number} of {page.Count}" : "" };
        var altText = LeaderboardAltText.Of(page, serverName);
        if (page.Rows.Count == 0)
            return frame.Sentence("No battle has been counted here yet.", altText);

        var firstProvisional = page.Rows.TakeWhile(r => !r.IsProvisional).Count();
        var gap = firstProvisional < page.Rows.Count ? ProvisionalGap : 0;
        var rowsHeight = page.Rows.Count * RowHeight + gap;
        var hasKey = Kinds(page).Count > 0 || HasFlagged(page);
        var foot = FootLines(page).SelectMany(l => TextLines.Wrap(l, ChartFrame.Right - Margin, frame.Small)).ToList();
        var body = HeadHeight - ChartFrame.BodyTop + rowsHeight;
        return frame.Compose(body, foot, altText, Write, keyLines: hasKey ? 1 : 0);

        void Write(SvgWriter svg)
        {
            WriteRows(svg, page, theme, firstProvisional, gap, rowsHeight);
            WriteKeys(svg, page, ChartFrame.FootBaseline(body) + foot.Count * ChartFrame.FootLine, theme);
        }
    }

    private static void WriteRows(
        SvgWriter svg, StandingsPage page, ChartTheme theme, int firstProvisional, double gap, double rowsHeight)
    {
        var plot = LeaderboardPlot.Of(page.Standings);
        WriteAxis(svg, plot, HeadHeight + rowsHeight, theme);
        WriteBrackets(svg, page.Rows, theme);
        var showsKinds = Kinds(page).Count > 0;
        for (var i = 0; i < page.Rows.Count; i++)
        {
            var below = i >= firstProvisional ? gap : 0;
            if (i == firstProvisional)
                WriteProvisionalLine(svg, page.Standings, HeadHeight + i * RowHeight, theme);
            LeaderboardRow.Write(svg, page.Standings.System, page.Rows[i], showsKinds, plot, HeadHeight + below + (i + 0.5) * RowHeight, theme);
        }
    }

    private static void WriteAxis(SvgWriter svg, LeaderboardPlot plot, double bottom, ChartTheme theme)
    {
        var style = new TextStyle(SmallSize, theme.Muted);
        svg.Text(BallotsRight, HeadHeight - 20, "ballots", style, TextAnchor.End);
        var axis = plot.Axis;
        var every = LabelStride(plot, style);
        for (var i = 0; i < axis.Ticks.Count; i++)
        {
            var x = plot.X(axis.Ticks[i]);
            svg.Line(x, HeadHeight - 4, x, bottom, theme.Faint);
            if (i % every == 0)
                svg.Text(x, HeadHeight - 20, axis.Label(axis.Ticks[i]), style, TextAnchor.Middle);
        }
    }

    // Labels that would run into each other are left out at equal steps; their lines stay.
    private static int LabelStride(LeaderboardPlot plot, TextStyle style)
    {
        const double air = 8;
        var axis = plot.Axis;
        var widest = axis.Ticks.Max(t => style.Width(axis.Label(t)));
        var step = axis.Ticks.Count < 2 ? double.PositiveInfinity : plot.X(axis.Ticks[1]) - plot.X(axis.Ticks[0]);
        return Math.Max(1, (int)Math.Ceiling((widest + air) / step));
    }

    private static void WriteBrackets(SvgWriter svg, IReadOnlyList<Standing> rows, ChartTheme theme)
    {
        const double x = 26;
        for (var first = 0; first < rows.Count;)
        {
            var last = first;
            while (last + 1 < rows.Count && rows[first].Rank is { } rank && rows[last + 1].Rank == rank)
                last++;
            if (last > first)
            {
                var (top, bottom) = (HeadHeight + first * RowHeight + 10, HeadHeight + (last + 1) * RowHeight - 10);
                svg.Polyline([(x + 8, top), (x, top), (x, bottom), (x + 8, bottom)], "none", theme.Muted, 2);
            }

            first = last + 1;
        }
    }

    private static void WriteProvisionalLine(SvgWriter svg, Standings board, double y, ChartTheme theme)
    {
        svg.Line(Margin, y + 6, Width - Margin, y + 6, theme.Muted, 1);
        svg.Text(
            Margin, y + 36, $"fewer than {DisplayNumbers.Counted(board.ProvisionalBelow, "battle")}: not ranked yet",
            new TextStyle(SmallSize, theme.Muted));
    }

    private static IReadOnlyList<ModelKind> Kinds(StandingsPage page) =>
        [.. page.Rows.Select(r => r.Model.Kind).Where(k => KindIcon.NameOf(k) is not null).Distinct().Order()];

    private static IReadOnlyList<string> FootLines(StandingsPage page)
    {
        var board = page.Standings;
        List<string> lines = [FootWords.Counted(board)];
        if (page.Rows.Any(r => r.Interval is not null))
            lines.Add("bars: 95 % interval, by battle");
        if (board.PointsPerLengthUnit is { } points)
            lines.Add(FootWords.Length(points));
        if (board.UsesSize)
            lines.Add(StandingsText.SizeHandicap);
        return lines;
    }

    private static bool HasFlagged(StandingsPage page) => page.Rows.Any(r => r.Model.Status == ModelStatus.Flagged);

    private static void WriteKeys(SvgWriter svg, StandingsPage page, double baseline, ChartTheme theme)
    {
        var style = new TextStyle(SmallSize, theme.Muted);
        var x = Margin;
        foreach (var kind in Kinds(page))
        {
            KindIcon.Draw(svg, kind, x + 10, baseline - 8, 10, theme);
            x = WriteKey(svg, x, baseline, KindIcon.NameOf(kind)!, style);
        }

        if (HasFlagged(page))
        {
            ModelLabel.WriteFlag(svg, x + 3, baseline - 8, theme);
            WriteKey(svg, x, baseline, "flagged", style);
        }
    }

    private static double WriteKey(SvgWriter svg, double x, double baseline, string name, TextStyle style)
    {
        svg.Text(x + 30, baseline, name, style);
        return x + 30 + style.Width(name) + 30;
    }
}
