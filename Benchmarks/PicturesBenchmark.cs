using System.Diagnostics;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Benchmarks;

/// <summary>From standings in memory to the PNG, for every kind of picture at the largest it gets.</summary>
internal sealed class PicturesBenchmark : IBenchmark
{
    private const int Models = 60;
    private const int Rounds = 20;
    private static readonly Scope Everywhere = Scope.Everywhere;
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public string Name => "pictures";

    public string What => $"every kind of picture, composed and rendered, of {Models} models";

    public async Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        using var rasterizer = new SvgRasterizer();
        if (rasterizer.MissingLibrary is { } library)
            throw new InvalidOperationException($"{library} is not on this machine; there is nothing to measure.");

        var figures = new List<Figure>();
        foreach (var (key, what, compose) in Kinds())
        {
            say($"{what}…");
            var (cold, cached) = await MeasureAsync(compose, rasterizer, cancellationToken);
            figures.Add(new Figure($"{key}_cold_median_ms", $"{what}, not in the cache, median", Middle(cold), "ms", AtMost: 100));
            figures.Add(new Figure($"{key}_cold_worst_ms", $"{what}, not in the cache, worst", cold.Max(), "ms", AtMost: 100));
            figures.Add(new Figure($"{key}_cached_median_ms", $"{what}, from the cache, median", Middle(cached), "ms", AtMost: 10));
        }

        return figures;
    }

    private static async Task<(List<double> Cold, List<double> Cached)> MeasureAsync(
        Func<int, Chart> compose, IChartRenderer rasterizer, CancellationToken cancellationToken)
    {
        var renderer = new CachingChartRenderer(rasterizer);
        // The first loads fonts and code, which the arena has done before anybody asks.
        await renderer.RenderAsync(compose(0), cancellationToken);
        var (cold, cached) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            // Numbers that moved make another picture, which is not in the cache.
            cold.Add(await TimeAsync(() => renderer.RenderAsync(compose(round), cancellationToken)));
            cached.Add(await TimeAsync(() => renderer.RenderAsync(compose(round), cancellationToken)));
        }

        return (cold, cached);
    }

    private static async Task<double> TimeAsync(Func<Task<ChartRendering>> draw)
    {
        var clock = Stopwatch.StartNew();
        await draw();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static IReadOnlyList<(string Key, string What, Func<int, Chart> Compose)> Kinds() =>
    [
        ("board", "Bradley–Terry board", round => LeaderboardChart.Compose(Board(round).Page(1), ChartTheme.Dark)),
        ("records", "wins, ties and losses", round => RecordsChart.Compose(Board(round).Page(1), ChartTheme.Dark)),
        ("rates", "matrix of win rates", round => MatrixChart.Compose(Matrix(PairMatrixKind.ActualWinRate, round), ChartTheme.Dark)),
        ("battles", "matrix of battle counts", round => MatrixChart.Compose(Matrix(PairMatrixKind.Battles, round), ChartTheme.Dark)),
        ("sizes", "rating by model size", round => SizeChart.Compose(Board(round), ChartTheme.Dark)),
        ("counts", "ballots by language", round => CountsChart.Compose(Counts(round), ChartTheme.Dark)),
        ("history", "history of eight", round => HistoryChart.Compose([.. Enumerable.Range(0, 8).Select(i => Series(i, 365, round))], HistoryAxis.Time, ChartTheme.Dark)),
        ("versus", "head to head", round => HeadToHeadChart.Compose(Versus(round), ChartTheme.Dark)),
        ("favourites", "favourites", round => FavouritesChart.Compose(Favourites(round), ChartTheme.Dark)),
    ];

    private static Model MadeUp(int i) => new(MadeUpModels.Tag(i), MadeUpModels.Tag(i), null, MadeUpModels.Size(i), null, ModelKind.Instruct, [], ModelStatus.Active);

    private static Standings Board(int round)
    {
        var rows = Enumerable.Range(0, Models).Select(i =>
        {
            var rating = 1400 - 13.7 * i + round;
            return new Standing(1 + i / 4, MadeUp(i), MadeUpModels.Tag(i), rating, new RatingInterval(rating - 40, rating + 40), new BattleRecord(60 + i, 40 + round, 20, 480));
        });
        return new Standings(RatingSystem.BradleyTerry, Everywhere, [.. rows], 20_000 + round, 80_000, Noon, UsesSize: false, 10);
    }

    private static PairMatrix Matrix(PairMatrixKind kind, int round)
    {
        var models = Board(round).Page(1).Rows;
        var cells = models.Select((_, row) => (IReadOnlyList<double?>)[.. models.Select((_, column) => row == column ? null : Cell(kind, row, column, round))]);
        return new PairMatrix(kind, Everywhere, models, [.. cells], Models, 20_000 + round, Noon);
    }

    private static double? Cell(PairMatrixKind kind, int row, int column, int round)
    {
        var number = (row * 31 + column * 17 + round * 7) % 101;
        return kind == PairMatrixKind.Battles ? 3 * number : number / 100.0;
    }

    private static BallotCounts Counts(int round)
    {
        string[] codes = ["en", "de", "zh", "und", "ja", "fr", "es", "pt", "ru", "ar", "ko", "it", "pl", "tr", "nl", "sv", "cs", "vi"];
        return new BallotCounts(BallotProperty.Language, Everywhere, [.. codes.Select((c, i) => new BallotCount(c, 9_000 / (i + 1) + round, 900 / (i + 1)))], Noon);
    }

    private static RatingSeries Series(int number, int days, int round)
    {
        var points = Enumerable.Range(0, days).Select(day =>
            new RatingPoint(null, Noon.Date.AddDays(day), Rating(day - 1), Rating(day)));
        return new RatingSeries(MadeUp(number), RatingSystem.BradleyTerry, Everywhere, [.. points]);

        double Rating(int day) => 1300 - 40 * number + 60 * Math.Sin((day + round) * 0.07 * (number + 1));
    }

    private static HeadToHead Versus(int round)
    {
        var record = new BattleRecord(20 + round, 15, 7, 150);
        return new HeadToHead(
            Everywhere, new ModelRecord(MadeUp(0), Everywhere, [], record, []), new ModelRecord(MadeUp(1), Everywhere, [], record, []),
            MadeUpModels.Tag(0), MadeUpModels.Tag(1), 0.61, 0.58, record, [Series(0, 365, round), Series(1, 365, round)], RatingSystem.BradleyTerry);
    }

    private static MemberSummary Favourites(int round) => new(
        Everywhere, 500, 480, 60, [.. Enumerable.Range(0, Models).Select(i => new Favourite(MadeUp(i), MadeUpModels.Tag(i), 20 + round, 19 - 0.3 * i, (20 - 0.3 * i) / (22 + round)))], 300, 190);
}
