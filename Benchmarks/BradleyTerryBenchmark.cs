using System.Diagnostics;
using Arena.Core.Ratings;

namespace Benchmarks;

/// <summary>From rows in memory to finished ratings, beside a bound of the same machine: reading the same rows once.</summary>
internal sealed class BradleyTerryBenchmark : IBenchmark
{
    private const int BootstrapRounds = 1000;
    private const double Megabyte = 1e6;

    private static readonly int[] Comparisons = [10_000, 1_000_000, 10_000_000];
    private static readonly int[] Models = [20, 100, 500];

    public string Name => "bradley-terry";

    public string What => $"Elo, Bradley–Terry with intervals and {BootstrapRounds:N0} bootstrap rounds from rows in memory, by comparisons × models";

    public Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        foreach (var comparisons in Comparisons)
        foreach (var models in Models)
        {
            say($"{comparisons:N0} comparisons of {models} models…");
            figures.AddRange(Measure(comparisons, models, cancellationToken));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    private static IEnumerable<Figure> Measure(int comparisons, int models, CancellationToken cancellationToken)
    {
        var table = MadeUpComparisons.Rows(comparisons, models, seed: comparisons + models);
        var rounds = comparisons > 1_000_000 ? 2 : 5;
        var (reading, _) = Best(rounds, () => Read(table));
        var (replaying, ratings) = Best(rounds, () => EloReplay.Run(table, new EloOptions()));
        var (fitting, fit) = Best(rounds, () => BradleyTerry.Fit(table, new BradleyTerryOptions(), cancellationToken));
        var (drawing, drawn) = Best(2, () => BradleyTerryBootstrap.Run(table, fit, BootstrapRounds, seed: 1, cancellationToken));
        if (ratings.Count != models || fit.Models.Count != models || drawn.Rounds != BootstrapRounds || fit.LastStep >= 1e-10)
            throw new InvalidOperationException("What was measured is not what was asked for.");

        // What was allocated in all is at least what was in use at any one time.
        var before = GC.GetTotalAllocatedBytes(precise: true);
        BradleyTerryBootstrap.Run(
            table, BradleyTerry.Fit(table, new BradleyTerryOptions(), cancellationToken), BootstrapRounds, seed: 1, cancellationToken);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        var isTarget = (comparisons, models) == (1_000_000, 100);
        var (key, what) = ($"_{comparisons}_{models}", $"{Short(comparisons)} × {models}: ");
        yield return new Figure("read_ms" + key, what + "reading rows once", reading, "ms");
        yield return new Figure("elo_per_second" + key, what + "Elo, a second", comparisons / replaying * 1000, AtLeast: isTarget ? 20e6 : null);
        yield return new Figure("elo_to_read" + key, what + "Elo to reading", replaying / reading);
        yield return new Figure("fit_ms" + key, what + "fit", fitting, "ms", AtMost: isTarget ? 150 : null);
        yield return new Figure("fit_to_read" + key, what + "fit to reading", fitting / reading);
        yield return new Figure("bootstrap_ms" + key, what + "and bootstrap", fitting + drawing, "ms", AtMost: isTarget ? 1000 : null);
        yield return new Figure("bootstrap_to_read" + key, what + "both to reading", (fitting + drawing) / reading);
        yield return new Figure("allocated_mb" + key, what + "memory for both", allocated / Megabyte, "MB", AtMost: isTarget ? 50 : null);
    }

    private static string Short(int number) => number >= 1_000_000 ? $"{number / 1_000_000}M" : $"{number / 1000}k";

    // A sum of all that a rating reads of a row, so that every line of memory is fetched.
    private static double Read(ComparisonTable table)
    {
        var sum = 0.0;
        foreach (ref readonly var row in table.Rows)
            sum += row.SettledAt + row.A + row.B + row.Tally.A + row.Tally.B + row.SizeMax + row.DrawRatio;
        return sum;
    }

    private static (double Milliseconds, T Result) Best<T>(int rounds, Func<T> measured)
    {
        var (best, result) = (double.MaxValue, default(T));
        for (; rounds > 0; rounds--)
        {
            var clock = Stopwatch.StartNew();
            result = measured();
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return (best, result!);
    }
}
