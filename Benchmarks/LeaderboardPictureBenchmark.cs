using System.Diagnostics;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks;

/// <summary>From the stored ratings to the PNG of a board's first page.</summary>
internal sealed class LeaderboardPictureBenchmark : IBenchmark
{
    private const int Models = 50;
    private const int Rounds = 30;

    public string Name => "leaderboard-picture";

    public string What => $"/leaderboard picture, first page of {Models} models, from the database to the PNG";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        using var rasterizer = new SvgRasterizer();
        if (rasterizer.MissingLibrary is { } library)
            throw new InvalidOperationException($"{library} is not on this machine; there is nothing to measure.");

        await using var arena = await TemporaryArena.OpenAsync(cancellationToken);
        await MadeUpModels.AddAsync(arena.Database, Models, cancellationToken);
        await RateAsync(arena.Database, shift: 0, cancellationToken);
        var live = new LiveBoards(
            new BoardStore(arena.Database), new BradleyTerryOptions(), TimeProvider.System, NullLogger<LiveBoards>.Instance);
        var reader = new LeaderboardReader(
            new LeaderboardStore(arena.Database), new ComparisonStore(arena.Database), live, new EloOptions(), new BoardOptions());
        var renderer = new CachingChartRenderer(rasterizer);

        rasterizer.WarmUp();
        // As in the arena: whoever asks first asks some time after the start.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        var first = await MeasureAsync(reader, renderer, cancellationToken);
        var (cold, cached) = (new List<double>(), new List<double>());
        var bytes = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            // Ratings that moved make another picture, which is not in the cache.
            await RateAsync(arena.Database, shift: round, cancellationToken);
            cold.Add((await MeasureAsync(reader, renderer, cancellationToken)).Milliseconds);
            var again = await MeasureAsync(reader, renderer, cancellationToken);
            cached.Add(again.Milliseconds);
            bytes = again.Bytes;
        }

        return
        [
            new Figure("first_ms", "the first in a process, a second after its start", first.Milliseconds, "ms"),
            new Figure("cold_median_ms", "not in the cache, median", Quantile(cold, 0.5), "ms", AtMost: 100),
            new Figure("cold_worst_ms", "not in the cache, worst", cold.Max(), "ms", AtMost: 100),
            new Figure("cached_median_ms", "from the cache, median", Quantile(cached, 0.5), "ms", AtMost: 10),
            new Figure("cached_worst_ms", "from the cache, worst", cached.Max(), "ms", AtMost: 10),
            new Figure("png_bytes", "size of the picture", bytes, "bytes"),
        ];
    }

    private static async Task<(double Milliseconds, int Bytes)> MeasureAsync(
        LeaderboardReader reader, IChartRenderer renderer, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var board = (StandingsResult.Found)await reader.ReadAsync(RatingSystem.Elo, Scope.Everywhere, styleControlled: false, cancellationToken);
        var chart = LeaderboardChart.Compose(board.Standings.Page(1), ChartTheme.Dark);
        var picture = (ChartRendering.Picture)await renderer.RenderAsync(chart, cancellationToken);
        return (clock.Elapsed.TotalMilliseconds, picture.Png.Length);
    }

    private static Task RateAsync(Database database, int shift, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        (connection, transaction) => Enumerable.Range(0, Models).Sum(i => connection.Execute(
            "insert or replace into ratings (system, server_id, category, tag, rating, battles, ballots, wins, losses, ties) values ('Elo', 0, '', @Tag, @Rating, 60, 240, 30, 20, 10)",
            new { Tag = MadeUpModels.Tag(i), Rating = 2400 - 31.7 * i + shift },
            transaction)),
        cancellationToken);

    private static double Quantile(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
