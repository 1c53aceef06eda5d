namespace Arena.Core.Charts;

/// <summary>What came of drawing a chart.</summary>
public abstract record ChartRendering
{
    private ChartRendering()
    {
    }

    /// <summary>The picture.</summary>
    /// <param name="Png">A PNG file.</param>
    public sealed record Picture(ReadOnlyMemory<byte> Png) : ChartRendering;

    /// <summary>This machine can not draw: show the text alone.</summary>
    /// <param name="Reason">For the operator: what is missing.</param>
    public sealed record ChartsUnavailable(string Reason) : ChartRendering;
}
