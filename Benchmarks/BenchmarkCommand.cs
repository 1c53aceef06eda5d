namespace Benchmarks;

/// <summary>The command line: <c>[NAME…] [--json]</c>, <c>list</c>. Without a name everything is measured.</summary>
internal static class BenchmarkCommand
{
    private static readonly IBenchmark[] All =
    [
        new BallotsBenchmark(),
        new SettlementBenchmark(),
        new RecomputeBenchmark(),
        new EloReplayBenchmark(),
        new BradleyTerryBenchmark(),
        new DrawBenchmark(),
        new ImportBenchmark(),
        new LeaderboardPictureBenchmark(),
        new PicturesBenchmark(),
    ];

    /// <returns>0 when measured, 2 when it was not understood what to measure.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var json = args.Contains("--json");
        var names = args.Where(a => a != "--json").ToList();
        if (names is ["list"])
        {
            foreach (var known in All)
                Console.WriteLine($"{known.Name,-22}{known.What}");
            return 0;
        }

        if (names.Find(name => All.All(b => b.Name != name)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no benchmark '{unknown}'. Known are: {string.Join(", ", All.Select(b => b.Name))}; list says what they measure.");
            return 2;
        }

        using var cancelled = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            cancelled.Cancel();
        };
        // With --json nothing but objects, one for each benchmark, goes to standard output.
        Action<string> say = json ? Console.Error.WriteLine : Console.WriteLine;
        say(BenchmarkReport.Machine);
        foreach (var benchmark in All.Where(b => names.Count == 0 || names.Contains(b.Name)))
        {
            var figures = await benchmark.RunAsync(say, cancelled.Token);
            if (json)
                BenchmarkReport.WriteJson(benchmark, figures);
            else
                BenchmarkReport.WriteTable(benchmark, figures);
        }

        return 0;
    }
}
