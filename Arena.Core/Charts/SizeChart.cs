using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>Ratings against sizes: who punches above their weight.</summary>
public static class SizeChart
{
    /// <summary>Draws a board's models of known size; the others are named in the foot.</summary>
    /// <param name="standings">The board; without models of known size a sentence says so.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(Standings standings, ChartTheme theme, string? serverName = null)
    {
        var frame = new ChartFrame($"{ScopeWords.System(standings.System)} by model size", standings.Scope, serverName, theme);
        var sized = standings.Rows.Where(SizeWords.IsSized).ToList();
        var trend = SizeTrend.Of(sized);
        var altText = SizeWords.AltText(standings, sized, trend, frame.Where);
        if (sized.Count == 0)
            return frame.Sentence(SizeWords.Nothing(standings), altText, SizeWords.Foot(standings, trend, notLabelled: 0));

        var plot = new SizePlot(standings, sized, trend, theme);
        return frame.Compose(
            SizePlot.Height + SizePlot.Below, SizeWords.Foot(standings, trend, plot.NotLabelled), altText, plot.Write);
    }
}
