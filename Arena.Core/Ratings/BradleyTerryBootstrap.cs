using System.Runtime.ExceptionServices;

namespace Arena.Core.Ratings;

/// <summary>
/// Percentile intervals by drawing battles anew (Efron 1979): a check on the sandwich, on request. A battle is drawn with all its
/// ballots, or what they share would be lost; the phantom games stay as they are; every round is brought to the zero of the fit.
/// </summary>
public static class BradleyTerryBootstrap
{
    /// <summary>Draws and fits. The result depends on the seed, and not on how many threads work on it.</summary>
    /// <param name="table">The battles of the fit.</param>
    /// <param name="fit">The fit to them.</param>
    /// <param name="rounds">How many times; 1,000 leave the ends uncertain by about 3 % of the interval's width.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="cancellationToken">Asked between rounds.</param>
    /// <exception cref="ArgumentException">The fit is of other battles.</exception>
    /// <exception cref="InvalidOperationException">
    /// The prior is 0, and the battles hang together by so little that hardly a draw connects the models.
    /// </exception>
    public static BootstrapIntervals Run(
        ComparisonTable table, BradleyTerryFit fit, int rounds, ulong seed, CancellationToken cancellationToken = default) =>
        Run(table, fit, rounds, seed, Environment.ProcessorCount, cancellationToken);

    internal static BootstrapIntervals Run(
        ComparisonTable table, BradleyTerryFit fit, int rounds, ulong seed, int workers, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var classes = new BattleClasses(table, fit);
        var ratings = new double[fit.Models.Count][];
        for (var i = 0; i < ratings.Length; i++)
            ratings[i] = new double[rounds];
        if (ratings.Length == 0)
            return new BootstrapIntervals(ratings, 0);

        var plan = new ResamplingPlan(classes);
        var curvature = new Cholesky(classes.WeightedPairs(fit).Curvature(fit.Uncentred));
        var (next, redrawn) = (-1, 0);
        void Work()
        {
            var worker = new BootstrapRound(plan, fit, curvature);
            for (var round = Interlocked.Increment(ref next); round < rounds; round = Interlocked.Increment(ref next))
            {
                // Each round has a stream of its own, so that it does not matter who draws it.
                Interlocked.Add(ref redrawn, worker.Run(new RandomStream(seed, (ulong)round), cancellationToken));
                for (var i = 0; i < ratings.Length; i++)
                    ratings[i][round] = worker.Rating(i);
            }
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }, _ => Work());
        }
        catch (AggregateException e)
        {
            // Whichever thread found it: it is the same trouble.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return new BootstrapIntervals(ratings, redrawn);
    }
}
