using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using static Arena.Core.Charts.LeaderboardLayout;

namespace Arena.Core.Charts;

/// <summary>One model's row on a board's picture: rank, kind, name, a dot at its rating, and the numbers.</summary>
internal static class LeaderboardRow
{
    /// <param name="showsKinds">Whether the kind of any model on the page is known.</param>
    public static void Write(SvgWriter svg, RatingSystem system, Standing row, bool showsKinds, LeaderboardPlot plot, double middle, ChartTheme theme)
    {
        var baseline = middle + 9.5;
        var plays = row.Model.Status == ModelStatus.Active && !row.IsProvisional;
        var rankStyle = new TextStyle(NameSize, row.IsProvisional ? theme.Muted : theme.Text, Bold: !row.IsProvisional);
        svg.Text(RankRight, baseline, row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "?", rankStyle, TextAnchor.End);
        if (showsKinds)
            KindIcon.Draw(svg, row.Model.Kind, IconMiddle, middle, 12, theme);
        ModelLabel.Write(svg, row, NameLeft, plot.NameRight, middle, theme);
        WriteDot(svg, system, row, plot, middle, theme);
        svg.Text(
            RatingRight, baseline, DisplayNumbers.Rating(system, row.Rating),
            new TextStyle(NameSize, plays ? theme.Text : theme.Muted, Bold: true), TextAnchor.End);
        svg.Text(
            BallotsRight, baseline, DisplayNumbers.Count(row.Record.Ballots), new TextStyle(SmallSize, theme.Muted), TextAnchor.End);
    }

    private static void WriteDot(SvgWriter svg, RatingSystem system, Standing row, LeaderboardPlot plot, double middle, ChartTheme theme)
    {
        var x = plot.X(row.Rating);
        var colour = row.Model.Status == ModelStatus.Active ? theme.Accent : theme.Muted;
        // A line leads the eye from the name to the dot. Where zero means nothing it is only that; where it means
        // something, the length is the value.
        if (system == RatingSystem.Score)
            svg.Line(plot.Left, middle, x, middle, colour, 5);
        else
            svg.Line(plot.Left, middle, PlotRight, middle, theme.Faint);
        if (row.Interval is { } interval)
            WriteInterval(svg, plot, plot.X(interval.Lower), plot.X(interval.Upper), middle, colour);

        if (row.IsProvisional)
            svg.Circle(x, middle, 8, theme.Background, colour, 3);
        else
            svg.Circle(x, middle, 9.5, colour);
    }

    // What goes on beyond the plot ends in an arrowhead.
    private static void WriteInterval(SvgWriter svg, LeaderboardPlot plot, double from, double to, double middle, string colour)
    {
        const double arrow = 9;
        svg.Line(Math.Max(from, plot.Left + arrow / 2), middle, Math.Min(to, PlotRight - arrow / 2), middle, colour, 5);
        if (from < plot.Left)
            svg.Polyline([(plot.Left - 2, middle), (plot.Left - 2 + arrow, middle - arrow), (plot.Left - 2 + arrow, middle + arrow)], colour);
        if (to > PlotRight)
            svg.Polyline([(PlotRight + 2, middle), (PlotRight + 2 - arrow, middle - arrow), (PlotRight + 2 - arrow, middle + arrow)], colour);
    }
}
