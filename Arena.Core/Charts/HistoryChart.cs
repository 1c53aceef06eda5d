using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Charts;

/// <summary>How ratings moved: a line for each model, with its name at the line's end.</summary>
public static class HistoryChart
{
    public const int Width = 1000;
    public const int Height = 620;

    /// <summary>As many lines as the palette has colours; more could not be told apart.</summary>
    public const int MostSeries = 8;

    private const double Margin = 40;
    private const double Top = 140;
    private const double Bottom = 516;
    private const double LabelGap = 34;
    private const double LabelHeight = 34;
    private const double MostLabelWidth = 300;
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <summary>Draws the histories of one to eight models of one system and scope.</summary>
    /// <param name="series">The histories; models without points are named, without a line.</param>
    /// <param name="axis">What they run along.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(
        IReadOnlyList<RatingSeries> series, HistoryAxis axis, ChartTheme theme, string? serverName = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(series.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series.Count, MostSeries);
        var svg = new SvgWriter(Width, Height, theme.Background);
        WriteTitle(svg, series[0], axis, theme, serverName);

        var shown = series.Where(s => s.Points.Count > 0).ToList();
        if (shown.Count == 0)
        {
            svg.Text(Margin, 200, "No battle has been counted here yet.", new TextStyle(27, theme.Text));
            return new Chart(svg.Finish(), Width, Height, AltText(series, serverName));
        }

        var plot = Plot.Of(shown, axis, theme);
        WriteGrid(svg, plot, theme);
        for (var i = 0; i < shown.Count; i++)
            WriteLine(svg, plot, shown[i], axis, theme.Palette[i]);
        WriteLabels(svg, plot, shown, axis, theme);
        WriteFoot(svg, shown, plot, axis, theme);
        return new Chart(svg.Finish(), Width, Height, AltText(series, serverName));
    }

    private static void WriteTitle(SvgWriter svg, RatingSeries first, HistoryAxis axis, ChartTheme theme, string? serverName)
    {
        var beside = new TextStyle(24, theme.Muted);
        var by = axis == HistoryAxis.Battles ? "battle by battle" : "over time";
        svg.Text(Margin, 62, $"{ScopeWords.System(first.System)}, {by}", new TextStyle(38, theme.Text, Bold: true));
        svg.Text(Margin, 98, beside.Shorten(
            $"{ScopeWords.Category(first.Scope)} · {ScopeWords.Place(first.Scope, serverName)}", Width - 2 * Margin), beside);
    }

    private static void WriteGrid(SvgWriter svg, Plot plot, ChartTheme theme)
    {
        var style = new TextStyle(TextStyle.Smallest, theme.Muted);
        foreach (var tick in plot.Ratings.Ticks)
        {
            var y = plot.Y(tick);
            svg.Line(plot.Left, y, plot.Right, y, theme.Faint);
            svg.Text(plot.Left - 12, y + 8, plot.Ratings.Label(tick), style, TextAnchor.End);
        }
    }

    private static void WriteLine(SvgWriter svg, Plot plot, RatingSeries series, HistoryAxis axis, string colour)
    {
        svg.Polyline(plot.Line(series, axis), "none", colour, 3.5);
        var (x, y) = plot.End(series, axis);
        svg.Circle(x, y, 7, colour);
    }

    private static void WriteLabels(SvgWriter svg, Plot plot, IReadOnlyList<RatingSeries> shown, HistoryAxis axis, ChartTheme theme)
    {
        var style = new TextStyle(24, theme.Text);
        var places = LabelStack.Place([.. shown.Select(s => plot.End(s, axis).Y)], LabelHeight, Top - 20, Bottom + 20);
        for (var i = 0; i < shown.Count; i++)
        {
            var (endX, endY) = plot.End(shown[i], axis);
            var x = plot.Right + LabelGap;
            // A rating stands until the next battle: a thread keeps its height to the edge, and then leads to the label,
            // which may have had to give way to others.
            svg.Polyline([(endX, endY), (plot.Right + 8, endY), (x - 8, places[i])], "none", theme.Palette[i], 1.4);
            svg.Text(x, places[i] + 8, Label(shown[i], style), style with { Fill = theme.Palette[i] });
        }
    }

    private static string Label(RatingSeries series, TextStyle style)
    {
        var rating = DisplayNumbers.Rating(series.System, series.Points[^1].After);
        return $"{style.Shorten(series.Name, MostLabelWidth - style.Width(" " + rating))} {rating}";
    }

    private static void WriteFoot(SvgWriter svg, IReadOnlyList<RatingSeries> shown, Plot plot, HistoryAxis axis, ChartTheme theme)
    {
        var style = new TextStyle(TextStyle.Smallest, theme.Muted);
        var baseline = Bottom + 36;
        if (axis == HistoryAxis.Battles)
        {
            svg.Text(plot.Left, baseline, "first battle", style);
            svg.Text(plot.Right, baseline, DisplayNumbers.Counted(shown.Max(s => s.Points.Count), "battle"), style, TextAnchor.End);
        }
        else
        {
            // Both ends say the day; within one day they say the time too.
            var (from, to) = (shown.Min(s => s.Points[0].At), shown.Max(s => s.Points[^1].At));
            var format = to - from < ADay ? "d MMM HH:mm" : "d MMM yyyy";
            svg.Text(plot.Left, baseline, from.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture), style);
            svg.Text(plot.Right, baseline, to.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture) + " UTC", style, TextAnchor.End);
        }

        svg.Text(
            Margin, Height - 26,
            $"as of {DisplayNumbers.Moment(shown.Max(s => s.Points[^1].At))}", style);
    }

    private static string AltText(IReadOnlyList<RatingSeries> series, string? serverName)
    {
        var first = series[0];
        var where = $"{ScopeWords.System(first.System)} history, {ScopeWords.Category(first.Scope)}, {ScopeWords.Place(first.Scope, serverName)}";
        var moves = series.Select(s => s.Points.Count == 0
            ? $"{DisplayText.Shorten(s.Name, 60)} has no counted battle yet"
            : $"{DisplayText.Shorten(s.Name, 60)} went from {DisplayNumbers.Rating(s.System, s.Points[0].Before)} to "
              + $"{DisplayNumbers.Rating(s.System, s.Points[^1].After)} in {DisplayNumbers.Counted(s.Points.Count, "battle")}");
        return DisplayText.Shorten($"{where}: {string.Join(", ", moves)}.", 1000, t => t.Length);
    }

    /// <summary>The field that the lines are drawn in.</summary>
    private sealed record Plot(double Left, double Right, Axis Ratings, double First, double Last)
    {
        // More points than pixels only make the document large.
        private const int MostPoints = 600;

        public static Plot Of(IReadOnlyList<RatingSeries> shown, HistoryAxis axis, ChartTheme theme)
        {
            var values = shown.SelectMany(s => s.Points.Select(p => p.After).Append(s.Points[0].Before)).ToList();
            var ratings = shown[0].System == RatingSystem.Score
                ? Core.Charts.Axis.Around(0, values.Max(), leastSpan: 0.25, intervals: 5, fromZero: true)
                : Core.Charts.Axis.Around(values.Min(), values.Max(), leastSpan: 60, intervals: 5);
            var small = new TextStyle(TextStyle.Smallest, theme.Muted);
            var label = new TextStyle(24, theme.Text);
            var left = Margin + ratings.Ticks.Max(t => small.Width(ratings.Label(t))) + 12;
            var right = Width - Margin - LabelGap - shown.Max(s => label.Width(Label(s, label)));
            var (first, last) = axis == HistoryAxis.Battles
                ? (0, shown.Max(s => s.Points.Count))
                : (shown.Min(s => Seconds(s.Points[0].At)), shown.Max(s => Seconds(s.Points[^1].At)));
            // A single moment lies at the end, beside its label.
            return new Plot(left, right, ratings, last > first ? first : first - 1, last);
        }

        public double Y(double rating) => Bottom - Ratings.Share(rating) * (Bottom - Top);

        public (double X, double Y) End(RatingSeries series, HistoryAxis axis) =>
            (X(Position(series, series.Points.Count, axis)), Y(series.Points[^1].After));

        public IEnumerable<(double X, double Y)> Line(RatingSeries series, HistoryAxis axis)
        {
            var points = new List<(double X, double Y)> { (X(Position(series, 0, axis)), Y(series.Points[0].Before)) };
            for (var i = 1; i <= series.Points.Count; i++)
                points.Add((X(Position(series, i, axis)), Y(series.Points[i - 1].After)));
            return points.Count <= MostPoints ? points : Thinned(points);
        }

        // Of the points that fall on one pixel column: the first, the lowest, the highest and the last, as they came.
        private static IEnumerable<(double X, double Y)> Thinned(List<(double X, double Y)> points) => points
            .Select((p, i) => (p.X, p.Y, Index: i))
            .GroupBy(p => Math.Floor(p.X))
            .SelectMany(g => new[] { g.First(), g.MinBy(p => p.Y), g.MaxBy(p => p.Y), g.Last() }.DistinctBy(p => p.Index).OrderBy(p => p.Index))
            .Select(p => (p.X, p.Y));

        // The zeroth point is the rating before the first battle, which has that battle's moment.
        private static double Position(RatingSeries series, int point, HistoryAxis axis) =>
            axis == HistoryAxis.Battles ? point : Seconds(series.Points[Math.Max(0, point - 1)].At);

        private double X(double position) => Left + (position - First) / (Last - First) * (Right - Left);

        private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;
    }
}
