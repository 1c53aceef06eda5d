using System.Buffers.Binary;
using Arena.Core.Charts;
using Arena.Core.Ratings;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

public sealed class SvgRasterizerTests
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public async Task A_board_becomes_a_PNG_of_its_size()
    {
        using var rasterizer = Drawing();
        var chart = LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 15).Page(1), ChartTheme.Dark);

        var png = await PngAsync(rasterizer, chart);

        Assert.Equal(PngSignature, png[..8].ToArray());
        Assert.Equal(chart.Width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(chart.Height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public async Task Names_made_of_anything_are_drawn()
    {
        using var rasterizer = Drawing();
        var board = Boards.Of(RatingSystem.Elo, Boards.OddNames.Length, 2, i => Boards.OddNames[i]);
        for (var page = 1; page <= board.PageCount; page++)
            Assert.NotEmpty(await PngAsync(rasterizer, LeaderboardChart.Compose(board.Page(page), ChartTheme.Dark)));
    }

    [Fact]
    public async Task Many_may_ask_at_once_and_each_gets_their_own_picture()
    {
        using var rasterizer = Drawing();
        var charts = Enumerable.Range(1, 12).Select(i => LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, i).Page(1), ChartTheme.Dark)).ToList();

        var pictures = await Task.WhenAll(charts.Concat(charts).Select(c => Task.Run(() => PngAsync(rasterizer, c))));

        for (var i = 0; i < charts.Count; i++)
        {
            Assert.Equal(charts[i].Height, BinaryPrimitives.ReadInt32BigEndian(pictures[i].AsSpan(20)));
            Assert.Equal(pictures[i], pictures[i + charts.Count]);
        }
    }

    [Fact]
    public async Task A_broken_document_is_an_error_and_the_next_picture_is_drawn()
    {
        using var rasterizer = Drawing();
        var refused = await Assert.ThrowsAsync<ChartRenderException>(
            () => rasterizer.RenderAsync(new Chart("<svg", 10, 10, ""), TestContext.Current.CancellationToken));
        Assert.Contains("librsvg could not read the chart", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await PngAsync(rasterizer, LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 1).Page(1), ChartTheme.Dark)));
    }

    [Fact]
    public async Task Where_the_library_is_missing_the_caller_is_told_so()
    {
        using var rasterizer = new SvgRasterizer(() => "librsvg-2.so.2");
        var rendering = await rasterizer.RenderAsync(new Chart("<svg/>", 10, 10, ""), TestContext.Current.CancellationToken);
        Assert.Contains("librsvg-2.so.2", Assert.IsType<ChartRendering.ChartsUnavailable>(rendering).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warming_up_draws_nothing_that_anyone_sees_and_harms_nothing()
    {
        using var rasterizer = Drawing();
        rasterizer.WarmUp();
        Assert.NotEmpty(await PngAsync(rasterizer, LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 1).Page(1), ChartTheme.Dark)));
        using var without = new SvgRasterizer(() => "librsvg-2.so.2");
        without.WarmUp();
    }

    [Fact]
    public async Task Who_gave_up_is_not_drawn_for()
    {
        using var rasterizer = new SvgRasterizer(() => null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rasterizer.RenderAsync(new Chart("<svg/>", 10, 10, ""), new CancellationToken(canceled: true)));
    }

    private static SvgRasterizer Drawing()
    {
        var rasterizer = new SvgRasterizer();
        if (rasterizer.MissingLibrary is { } library)
            Requirement.Missing($"{library} is not on this machine: install librsvg (Debian: librsvg2-2) to test pictures.");
        return rasterizer;
    }

    private static async Task<byte[]> PngAsync(SvgRasterizer rasterizer, Chart chart) =>
        Assert.IsType<ChartRendering.Picture>(await rasterizer.RenderAsync(chart, TestContext.Current.CancellationToken)).Png.ToArray();
}
