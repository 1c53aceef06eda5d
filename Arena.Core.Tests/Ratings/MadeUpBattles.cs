using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>Battles of models with known strengths, whose ballots lean together within a battle.</summary>
internal sealed class MadeUpBattles(int seed)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);

    /// <summary>Strengths in θ, their mean 0, for as many models.</summary>
    public double[] Strengths(int models, double spread)
    {
        var theta = Enumerable.Range(0, models).Select(_ => spread * Normal()).ToArray();
        var mean = theta.Average();
        return [.. theta.Select(t => t - mean)];
    }

    /// <summary>
    /// Battles of random pairs with 1 to <paramref name="voters"/> ballots. Within a battle the chance of A is itself drawn around
    /// <c>σ(θ_A − θ_B)</c> (a beta distribution), so that any two of its ballots have the correlation asked for.
    /// </summary>
    public IReadOnlyList<Comparison> Battles(double[] theta, int count, int voters, double correlation = 0.3) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var a = _random.Next(theta.Length);
            var b = (a + _random.Next(1, theta.Length)) % theta.Length;
            var p = 1 / (1 + Math.Exp(theta[b] - theta[a]));
            var scale = (1 - correlation) / correlation;
            var (left, right) = (Gamma(p * scale), Gamma((1 - p) * scale));
            var leaning = left / (left + right);
            var (forA, forB) = (0, 0);
            for (var ballots = _random.Next(1, voters + 1); ballots > 0; ballots--)
                _ = _random.NextDouble() < leaning ? forA++ : forB++;
            return new Comparison(i, Start.AddSeconds(i), Tag(a), Tag(b), new Tally(forA, forB, 0, 0), null, null, null)
            {
                DrawRatio = 0.1 + 6 * _random.NextDouble(),
            };
        })];

    public static string Tag(int model) => $"model-{model}";

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    // Marsaglia and Tsang 2000; a shape below 1 by one of a shape above.
    private double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - _random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + x / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - _random.NextDouble()) < x * x / 2 + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }
}
