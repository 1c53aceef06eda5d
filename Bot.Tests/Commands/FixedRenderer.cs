using Arena.Core.Charts;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary>A machine that draws the same four bytes for every chart, or none at all. Keeps what it was asked to draw.</summary>
internal sealed class FixedRenderer(bool draws = true) : IChartRenderer
{
    private readonly List<Chart> _charts = [];

    public IReadOnlyList<Chart> Charts => _charts;

    /// <summary>Puts it in the place of the real one.</summary>
    public void Add(IServiceCollection services) => services.AddSingleton<IChartRenderer>(this);

    public Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken)
    {
        _charts.Add(chart);
        return Task.FromResult<ChartRendering>(draws
            ? new ChartRendering.Picture(new byte[] { 0x89, 0x50, 0x4E, 0x47 })
            : new ChartRendering.ChartsUnavailable("librsvg is missing"));
    }
}
