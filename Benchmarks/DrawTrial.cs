using Arena.Core.Battles;

namespace Benchmarks;

/// <summary>
/// Draw rules against each other: many simulated arenas of eight models 40 points apart, side by side, battle by battle. Every run has
/// a seed of its own, so a trial gives the same number each time. Also compiled into the tests.
/// </summary>
internal static class DrawTrial
{
    private const int Models = 8;
    private const int Most = 5_000;

    private static readonly double[] Strengths = SimulatedArena.Ladder(Models, apart: 40);

    /// <summary>Battles until the order is right: until Kendall's τ of all models, on average over the runs, is at least 0.9.</summary>
    /// <param name="rule">How pairs are drawn.</param>
    /// <param name="runs">How many arenas.</param>
    /// <param name="fitEvery">Battles between one fit and the next; the answer is a multiple of it.</param>
    /// <param name="cancellationToken">Asked between fits.</param>
    public static int BattlesUntilInOrder(PairDrawing rule, int runs, int fitEvery = 1, CancellationToken cancellationToken = default)
    {
        var arenas = Enumerable.Range(0, runs).Select(seed => new SimulatedArena(Strengths, rule, seed)).ToArray();
        return BattlesUntil(0.9, arenas, run => arenas[run].Order(), fitEvery, cancellationToken);
    }

    /// <summary>
    /// Battles, of all models, from the moment when a newcomer joins seven models with 40 battles of every pair, until it stands in its
    /// place: until nine in ten of its seven pairs stand in the right order on average over the runs (τ of these pairs at least 0.8). The
    /// newcomer is each of the eight models in turn.
    /// </summary>
    public static int BattlesUntilPlaced(PairDrawing rule, int runs, CancellationToken cancellationToken = default)
    {
        var arenas = Enumerable.Range(0, runs).Select(seed => new SimulatedArena(Strengths, rule, seed, absent: seed % Models)).ToArray();
        Parallel.For(0, runs, run =>
        {
            arenas[run].Establish(battlesOfPair: 40);
            arenas[run].Join(run % Models);
        });
        return BattlesUntil(0.8, arenas, run => arenas[run].OrderOf(run % Models), fitEvery: 1, cancellationToken);
    }

    /// <summary>
    /// The root mean square error, in points, after so many battles: of all models, and of the weakest and the strongest, whom the
    /// informative draw cares least about.
    /// </summary>
    public static (double All, double Extremes) Errors(PairDrawing rule, int runs, int battles)
    {
        var arenas = Enumerable.Range(0, runs).Select(seed => new SimulatedArena(Strengths, rule, seed)).ToArray();
        Parallel.ForEach(arenas, arena =>
        {
            for (var battle = 0; battle < battles; battle++)
                arena.Fight();
        });
        double Of(int[] models) => Math.Sqrt(arenas.Average(arena => models.Average(model => arena.Error(model) * arena.Error(model))));
        return (Of([.. Enumerable.Range(0, Models)]), Of([0, Models - 1]));
    }

    private static int BattlesUntil(
        double reached, SimulatedArena[] arenas, Func<int, double> measure, int fitEvery, CancellationToken cancellationToken)
    {
        var measured = new double[arenas.Length];
        for (var battle = fitEvery; battle <= Most; battle += fitEvery)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Parallel.For(0, arenas.Length, run =>
            {
                arenas[run].Fight(fitEvery);
                measured[run] = measure(run);
            });
            if (measured.Average() >= reached)
                return battle;
        }

        throw new InvalidOperationException($"Not even {Most} battles were enough.");
    }
}
