using Arena.Core.Charts;

namespace Bot.Tests.Commands;

/// <summary>Keeps what was to be drawn.</summary>
internal sealed class DrawnCharts : IChartRenderer
{
    public Chart? Last { get; private set; }

    public Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken)
    {
        Last = chart;
        return Task.FromResult<ChartRendering>(new ChartRendering.Picture(new byte[] { 0x89, 0x50, 0x4E, 0x47 }));
    }
}
