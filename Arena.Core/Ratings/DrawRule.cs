namespace Arena.Core.Ratings;

/// <summary>
/// Which pairs of models a battle teaches the most about: those whose order is doubtful and whose distance is uncertain. In four draws
/// of five <c>P(i, j) ∝ Φ(−|θ_i − θ_j| / sd_ij) sd_ij²</c>, that is the chance that the order is wrong times the variance of the
/// distance; in the fifth every pair alike, so that no pair is ever out of the question. The arena's own rule.
/// </summary>
public static class DrawRule
{
    /// <summary>The share of draws in which every pair is alike.</summary>
    public const double UniformShare = 0.2;

    /// <summary>The probability of every pair of these models. They sum to 1.</summary>
    /// <param name="models">Tags of the models that can be drawn, each once; at least two.</param>
    /// <param name="fit">
    /// What is known of their strengths. A model that is not in it stands at the board's zero, with the widest interval of those that
    /// are. Null while nothing is known: every pair alike.
    /// </param>
    /// <returns>All pairs: the first model with each later one, then the second with each later one, and so on.</returns>
    public static IReadOnlyList<PairProbability> Probabilities(IReadOnlyList<string> models, BradleyTerryFit? fit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(models.Count, 2);
        var numbers = models.Select(tag => fit?.NumberOf(tag)).ToArray();
        var widest = numbers.Max(number => number is { } i ? fit!.Variance(i, i) : 0);
        return Probabilities(
            models.Count,
            i => numbers[i] is { } number ? fit!.Theta(number) : 0,
            (i, j) => (numbers[i], numbers[j]) switch
            {
                ({ } first, { } second) => fit!.Variance(first, second),
                _ => i == j ? widest : 0,
            });
    }

    /// <summary>The rule on bare numbers.</summary>
    /// <param name="count">How many models.</param>
    /// <param name="theta">The strength of a model, in units of natural logarithms.</param>
    /// <param name="covariance">The covariance of two strengths; of a model with itself the variance.</param>
    internal static PairProbability[] Probabilities(int count, Func<int, double> theta, Func<int, int, double> covariance)
    {
        var pairs = new PairProbability[count * (count - 1) / 2];
        var (at, sum) = (0, 0.0);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                var variance = covariance(i, i) + covariance(j, j) - 2 * covariance(i, j);
                var use = Use(Math.Abs(theta(i) - theta(j)), variance);
                pairs[at++] = new PairProbability(i, j, use);
                sum += use;
            }
        }

        // Where no pair has anything to teach, as before the first battle, all are alike.
        var uniform = 1.0 / pairs.Length;
        foreach (ref var pair in pairs.AsSpan())
            pair = pair with { Probability = sum > 0 ? (1 - UniformShare) * (pair.Probability / sum) + UniformShare * uniform : uniform };

        return pairs;
    }

    // Rounding can leave the variance of a distance that is known for certain a hair below 0.
    private static double Use(double distance, double variance) =>
        variance > 0 ? NormalDistribution.Cumulative(-distance / Math.Sqrt(variance)) * variance : 0;
}
