using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>A page of a board as a picture: a row for each model, with a dot at its rating.</summary>
public static class LeaderboardChart
{
    public const int Width = 1000;

    private const double Margin = 40;
    private const double RowHeight = 54;
    private const double HeadHeight = 176;
    private const double ProvisionalGap = 50;
    private const double FootLine = 34;
    private const double NameSize = 27;
    private const double SmallSize = TextStyle.Smallest;

    // Columns: rank (its right edge), icon (its middle), name, plot, rating and ballots (their right edges).
    private const double RankRight = 86;
    private const double IconMiddle = 114;
    private const double NameLeft = 142;
    private const double NameRight = 536;
    private const double PlotLeft = 560;
    private const double PlotRight = 764;
    private const double RatingRight = 866;
    private const double BallotsRight = Width - Margin;

    /// <summary>Draws a page.</summary>
    /// <param name="page">At most 15 rows of a board; without rows a sentence says so.</param>
    /// <param name="theme">Its colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(StandingsPage page, ChartTheme theme, string? serverName = null)
    {
        var firstProvisional = page.Rows.TakeWhile(r => !r.IsProvisional).Count();
        var gap = firstProvisional < page.Rows.Count ? ProvisionalGap : 0;
        var foot = FootLines(page);
        var rowsHeight = page.Rows.Count == 0 ? RowHeight : page.Rows.Count * RowHeight + gap;
        var keyLines = Kinds(page).Count > 0 || HasFlagged(page) ? 1 : 0;
        var height = (int)Math.Ceiling(HeadHeight + rowsHeight + 16 + (foot.Count + keyLines) * FootLine + 18);

        var svg = new SvgWriter(Width, height, theme.Background);
        WriteTitle(svg, page, theme, serverName);
        if (page.Rows.Count == 0)
            svg.Text(Margin, HeadHeight + 20, "No battle has been counted here yet.", new TextStyle(NameSize, theme.Text));
        else
            WriteRows(svg, page, theme, firstProvisional, gap, rowsHeight);
        WriteFoot(svg, page, foot, HeadHeight + rowsHeight + 16, theme);
        return new Chart(svg.Finish(), Width, height, AltText(page, serverName));
    }

    private static void WriteTitle(SvgWriter svg, StandingsPage page, ChartTheme theme, string? serverName)
    {
        var board = page.Standings;
        var title = new TextStyle(40, theme.Text, Bold: true);
        var beside = new TextStyle(24, theme.Muted);
        svg.Text(Margin, 66, $"{ScopeWords.System(board.System)} leaderboard", title);
        var right = Width - Margin;
        if (page.Count > 1)
            svg.Text(right, 66, $"page {page.Number} of {page.Count}", beside, TextAnchor.End);

        var where = beside.Shorten(
            $"{ScopeWords.Category(board.Scope)} · {ScopeWords.Place(board.Scope, serverName)}", right - Margin);
        svg.Text(Margin, 104, where, beside);
    }

    private static void WriteRows(
        SvgWriter svg, StandingsPage page, ChartTheme theme, int firstProvisional, double gap, double rowsHeight)
    {
        var axis = AxisOf(page.Standings);
        WriteAxis(svg, axis, HeadHeight + rowsHeight, theme);
        WriteBrackets(svg, page.Rows, theme);
        for (var i = 0; i < page.Rows.Count; i++)
        {
            var below = i >= firstProvisional ? gap : 0;
            if (i == firstProvisional)
                WriteProvisionalLine(svg, page.Standings, HeadHeight + i * RowHeight, theme);
            WriteRow(svg, page.Standings.System, page.Rows[i], axis, HeadHeight + below + (i + 0.5) * RowHeight, theme);
        }
    }

    // The axis covers the whole board, so that pages can be laid side by side.
    private static Axis AxisOf(Standings board)
    {
        var lowest = board.Rows.Min(r => r.Interval?.Lower ?? r.Rating);
        var highest = board.Rows.Max(r => r.Interval?.Upper ?? r.Rating);
        return board.System == RatingSystem.Score
            ? Axis.Around(0, highest, leastSpan: 0.25, intervals: 4, fromZero: true)
            : Axis.Around(lowest, highest, leastSpan: 100, intervals: 4);
    }

    private static void WriteAxis(SvgWriter svg, Axis axis, double bottom, ChartTheme theme)
    {
        var style = new TextStyle(SmallSize, theme.Muted);
        svg.Text(BallotsRight, HeadHeight - 20, "ballots", style, TextAnchor.End);
        var free = double.NegativeInfinity;
        foreach (var tick in axis.Ticks)
        {
            var x = X(axis, tick);
            svg.Line(x, HeadHeight - 4, x, bottom, theme.Faint);
            var label = axis.Label(tick);
            var half = style.Width(label) / 2;
            // A label that would run into its neighbour is left out; its line stays.
            if (x - half < free + 12 || x + half > RatingRight - 20)
                continue;
            svg.Text(x, HeadHeight - 20, label, style, TextAnchor.Middle);
            free = x + half;
        }
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

    private static void WriteRow(SvgWriter svg, RatingSystem system, Standing row, Axis axis, double middle, ChartTheme theme)
    {
        var baseline = middle + 9.5;
        var plays = row.Model.Status == ModelStatus.Active && !row.IsProvisional;
        var rankStyle = new TextStyle(NameSize, row.IsProvisional ? theme.Muted : theme.Text, Bold: !row.IsProvisional);
        svg.Text(RankRight, baseline, row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "?", rankStyle, TextAnchor.End);
        KindIcon.Draw(svg, row.Model.Kind, IconMiddle, middle, 12, theme);
        WriteName(svg, row, middle, baseline, theme);
        WriteDot(svg, system, row, axis, middle, theme);
        svg.Text(
            RatingRight, baseline, DisplayNumbers.Rating(system, row.Rating),
            new TextStyle(NameSize, plays ? theme.Text : theme.Muted, Bold: true), TextAnchor.End);
        svg.Text(
            BallotsRight, baseline, DisplayNumbers.Count(row.Record.Ballots), new TextStyle(SmallSize, theme.Muted), TextAnchor.End);
    }

    private static void WriteName(SvgWriter svg, Standing row, double middle, double baseline, ChartTheme theme)
    {
        var style = new TextStyle(NameSize, row.Model.Status == ModelStatus.Retired ? theme.Muted : theme.Text);
        var beside = new TextStyle(SmallSize, theme.Muted);
        var size = DisplayNumbers.Size(row.Model.ParametersBillions);
        if (row.Model.Status == ModelStatus.Retired)
            size = size.Length == 0 ? "retired" : size + " retired";
        var room = NameRight - NameLeft - (size.Length == 0 ? 0 : beside.Width(size) + 12);
        var flagged = row.Model.Status == ModelStatus.Flagged;
        var left = NameLeft;
        if (flagged)
        {
            WriteFlag(svg, left + 4, middle, theme);
            left += 30;
            room -= 30;
        }

        var name = style.Shorten(row.Name, room);
        svg.Text(left, baseline, name, style);
        if (size.Length > 0)
            svg.Text(left + style.Width(name) + 12, baseline, size, beside);
    }

    private static void WriteFlag(SvgWriter svg, double x, double middle, ChartTheme theme)
    {
        svg.Line(x, middle - 12, x, middle + 12, theme.Warning, 3);
        svg.Polyline([(x, middle - 12), (x + 18, middle - 6), (x, middle)], theme.Warning);
    }

    private static void WriteDot(SvgWriter svg, RatingSystem system, Standing row, Axis axis, double middle, ChartTheme theme)
    {
        var x = X(axis, row.Rating);
        var colour = row.Model.Status == ModelStatus.Active ? theme.Accent : theme.Muted;
        // A line leads the eye from the name to the dot. Where zero means nothing it is only that; where it means
        // something, the length is the value.
        if (system == RatingSystem.Score)
            svg.Line(PlotLeft, middle, x, middle, colour, 5);
        else
            svg.Line(PlotLeft, middle, PlotRight, middle, theme.Faint);
        if (row.Interval is { } interval)
            svg.Line(X(axis, interval.Lower), middle, X(axis, interval.Upper), middle, colour, 5);

        if (row.IsProvisional)
            svg.Circle(x, middle, 8, theme.Background, colour, 3);
        else
            svg.Circle(x, middle, 9.5, colour);
    }

    private static double X(Axis axis, double value) => PlotLeft + axis.Share(value) * (PlotRight - PlotLeft);

    private static IReadOnlyList<ModelKind> Kinds(StandingsPage page) =>
        [.. page.Rows.Select(r => r.Model.Kind).Where(k => KindIcon.NameOf(k) is not null).Distinct().Order()];

    private static IReadOnlyList<string> FootLines(StandingsPage page)
    {
        var board = page.Standings;
        var counted = $"{DisplayNumbers.Counted(board.Ballots, "ballot")} in {DisplayNumbers.Counted(board.Battles, "battle")}";
        List<string> lines = [board.AsOf is { } at ? $"{counted} · {DisplayNumbers.Moment(at)}" : counted];
        if (page.Rows.Any(r => r.Interval is not null))
            lines.Add("bars: 95 % interval, by battle");
        if (board.UsesSize)
            lines.Add("A game with a size handicap: large models start higher and win less");
        return lines;
    }

    private static bool HasFlagged(StandingsPage page) => page.Rows.Any(r => r.Model.Status == ModelStatus.Flagged);

    private static void WriteFoot(SvgWriter svg, StandingsPage page, IReadOnlyList<string> lines, double top, ChartTheme theme)
    {
        var style = new TextStyle(SmallSize, theme.Muted);
        var baseline = top + 24;
        foreach (var line in lines)
        {
            svg.Text(Margin, baseline, line, style);
            baseline += FootLine;
        }

        var x = Margin;
        foreach (var kind in Kinds(page))
        {
            KindIcon.Draw(svg, kind, x + 10, baseline - 8, 10, theme);
            x = WriteKey(svg, x, baseline, KindIcon.NameOf(kind)!, style);
        }

        if (HasFlagged(page))
        {
            WriteFlag(svg, x + 3, baseline - 8, theme);
            WriteKey(svg, x, baseline, "flagged", style);
        }
    }

    private static double WriteKey(SvgWriter svg, double x, double baseline, string name, TextStyle style)
    {
        svg.Text(x + 30, baseline, name, style);
        return x + 30 + style.Width(name) + 30;
    }

    private static string AltText(StandingsPage page, string? serverName)
    {
        var board = page.Standings;
        var where = $"{ScopeWords.System(board.System)} leaderboard, {ScopeWords.Category(board.Scope)}, {ScopeWords.Place(board.Scope, serverName)}";
        if (page.Rows.Count == 0)
            return Shortened($"{where}: no battle has been counted here yet.");
        var top = page.Rows.Take(3).Select(r =>
            $"{r.Rank?.ToString(CultureInfo.InvariantCulture) ?? "unranked"} {DisplayText.Shorten(r.Name, 60)} {DisplayNumbers.Rating(board.System, r.Rating)}");
        var pages = page.Count > 1 ? $", page {page.Number} of {page.Count}" : "";
        return Shortened(
            $"{where}{pages}: {string.Join(", ", top)}. {DisplayNumbers.Counted(board.Rows.Count, "model")}, "
            + $"{DisplayNumbers.Counted(board.Ballots, "ballot")} in {DisplayNumbers.Counted(board.Battles, "battle")}.");
    }

    // Discord takes 1,024 characters.
    private static string Shortened(string text) => DisplayText.Shorten(text, 1000, t => t.Length);
}
