using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class CachingChartRendererTests
{
    [Fact]
    public async Task The_same_chart_is_drawn_once()
    {
        var inner = new CountingRenderer();
        var cache = new CachingChartRenderer(inner);

        var first = await cache.RenderAsync(Named("a"), TestContext.Current.CancellationToken);
        var second = await cache.RenderAsync(Named("a"), TestContext.Current.CancellationToken);

        Assert.Same(first, second);
        Assert.Equal(["a"], inner.Drawn);
    }

    [Fact]
    public async Task What_was_not_asked_for_longest_goes_first()
    {
        var inner = new CountingRenderer();
        var cache = new CachingChartRenderer(inner, capacityBytes: 2 * (CountingRenderer.Size + 2));
        foreach (var name in new[] { "a", "b", "a", "c", "a", "b" })
            await cache.RenderAsync(Named(name), TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b", "c", "b"], inner.Drawn);
    }

    [Fact]
    public async Task What_is_larger_than_the_cache_is_drawn_every_time()
    {
        var inner = new CountingRenderer();
        var cache = new CachingChartRenderer(inner, capacityBytes: 10);
        await cache.RenderAsync(Named("a"), TestContext.Current.CancellationToken);
        await cache.RenderAsync(Named("a"), TestContext.Current.CancellationToken);
        Assert.Equal(["a", "a"], inner.Drawn);
    }

    [Fact]
    public async Task That_nothing_can_be_drawn_is_not_remembered()
    {
        var inner = new CountingRenderer { Unavailable = true };
        var cache = new CachingChartRenderer(inner);
        Assert.IsType<ChartRendering.ChartsUnavailable>(await cache.RenderAsync(Named("a"), TestContext.Current.CancellationToken));
        inner.Unavailable = false;
        Assert.IsType<ChartRendering.Picture>(await cache.RenderAsync(Named("a"), TestContext.Current.CancellationToken));
    }

    private static Chart Named(string svg) => new(svg, 1, 1, "");

    private sealed class CountingRenderer : IChartRenderer
    {
        public const int Size = 100;

        public List<string> Drawn { get; } = [];

        public bool Unavailable { get; set; }

        public Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken)
        {
            Drawn.Add(chart.Svg);
            return Task.FromResult<ChartRendering>(Unavailable
                ? new ChartRendering.ChartsUnavailable("nothing here")
                : new ChartRendering.Picture(new byte[Size]));
        }
    }
}
