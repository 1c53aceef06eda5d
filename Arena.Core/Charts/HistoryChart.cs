using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>How ratings moved: a line for each model, with its name at the line's end.</summary>
public static class HistoryChart
{
    /// <summary>As many lines as the palette has colours; more could not be told apart.</summary>
    public const int MostSeries = 8;

    private const double PlotHeight = 380;

    /// <summary>Draws the histories of one to eight models of one system and scope.</summary>
    /// <param name="series">The histories; models without points are named, without a line.</param>
    /// <param name="axis">What they run along; systems whose steps are days run along the clock whatever is asked for.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(
        IReadOnlyList<RatingSeries> series, HistoryAxis axis, ChartTheme theme, string? serverName = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(series.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series.Count, MostSeries);
        var system = series[0].System;
        if (HistoryWords.StepsAreDays(system))
            axis = HistoryAxis.Time;
        var by = HistoryWords.StepsAreDays(system) ? "day by day" : axis == HistoryAxis.Battles ? "battle by battle" : "over time";
        var frame = new ChartFrame($"{ScopeWords.System(system)}, {by}", series[0].Scope, serverName, theme);
        var altText = HistoryWords.AltText(series, serverName);
        var shown = series.Where(s => s.Points.Count > 0).ToList();
        if (shown.Count == 0)
            return frame.Sentence("No battle has been counted here yet.", altText);

        var lines = shown.Select((s, i) => new HistoryLine(s, s.Name, theme.Palette[i])).ToList();
        var plot = new HistoryPlot(lines, axis, ChartFrame.BodyTop + 4, ChartFrame.BodyTop + 4 + PlotHeight, theme);
        return frame.Compose(HistoryPlot.Below + PlotHeight, [HistoryWords.Foot(shown), .. FootWords.Flags(shown.Select(s => s.Model))], altText, plot.Write);
    }
}
