using Arena.Core.Charts;

namespace Bot.Presentation.Leaderboards;

/// <summary>What came of asking for a chart.</summary>
internal abstract record ChartView
{
    private ChartView()
    {
    }

    /// <param name="Chart">The picture.</param>
    /// <param name="Text">What it shows, as markdown of at most <see cref="ChartTables.Limit"/> characters.</param>
    /// <param name="Page">Which page it is, from 1.</param>
    /// <param name="Pages">Of how many.</param>
    public sealed record Drawn(Chart Chart, string Text, int Page = 1, int Pages = 1) : ChartView;

    /// <param name="Sentence">Why there is none.</param>
    public sealed record Missing(string Sentence) : ChartView;
}
