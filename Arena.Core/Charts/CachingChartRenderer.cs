namespace Arena.Core.Charts;

/// <summary>
/// Keeps what was drawn, by content: a board that has not changed is drawn once. Bounded in bytes; what was not asked for
/// longest goes first.
/// </summary>
public sealed class CachingChartRenderer(IChartRenderer inner, long capacityBytes = CachingChartRenderer.DefaultCapacityBytes) : IChartRenderer
{
    /// <summary>About two hundred boards.</summary>
    public const long DefaultCapacityBytes = 16 << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    /// <inheritdoc/>
    public async Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken)
    {
        if (Find(chart.Svg) is { } kept)
            return kept;

        var rendering = await inner.RenderAsync(chart, cancellationToken);
        if (rendering is ChartRendering.Picture picture)
            Keep(chart.Svg, picture);
        return rendering;
    }

    private ChartRendering.Picture? Find(string svg)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(svg, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Picture;
        }
    }

    private void Keep(string svg, ChartRendering.Picture picture)
    {
        var entry = new Entry(svg, picture);
        lock (_gate)
        {
            // Two may have asked for the same picture at once.
            if (entry.Bytes > capacityBytes || _entries.ContainsKey(svg))
                return;
            _entries[svg] = _byUse.AddFirst(entry);
            _bytes += entry.Bytes;
            while (_bytes > capacityBytes)
            {
                var oldest = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _entries.Remove(oldest.Svg);
                _bytes -= oldest.Bytes;
            }
        }
    }

    private sealed record Entry(string Svg, ChartRendering.Picture Picture)
    {
        public long Bytes => Svg.Length * sizeof(char) + Picture.Png.Length;
    }
}
