namespace Arena.Core.Charts;

/// <summary>Draws charts to PNG.</summary>
public interface IChartRenderer
{
    /// <summary>Draws a chart, or says that this machine can not. May be called from many threads at once.</summary>
    /// <exception cref="ChartRenderException">The library refused the document: a mistake of ours.</exception>
    Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken);
}
