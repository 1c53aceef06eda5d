namespace Arena.Core.Ratings;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    // Below this the series, which is short there; above it the fraction, which loses no digits in the tail.
    private const double SeriesEnd = 2.5;
    private const int FractionTerms = 60;

    private static readonly double Peak = 1 / Math.Sqrt(2 * Math.PI);

    /// <summary>
    /// <c>Φ(x)</c>, the probability of a value of at most <paramref name="x"/>, in [0, 1]. In the middle
    /// <c>½ + φ(x) (x + x³/3 + x⁵/(3·5) + …)</c> (G. Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software
    /// 11(4), 2004); in the tails Laplace's fraction <c>φ(x) / (x + 1/(x + 2/(x + 3/(x + …))))</c> (Abramowitz and Stegun 26.2.14).
    /// Right to 12 significant digits, in the lower tail too, down to where it underflows to 0 at about −38.
    /// </summary>
    public static double Cumulative(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (Math.Abs(x) < SeriesEnd)
            return 0.5 + Density(x) * Series(x);
        var tail = Density(x) / Fraction(Math.Abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    private static double Density(double x) => Peak * Math.Exp(-x * x / 2);

    private static double Series(double x)
    {
        var (sum, term) = (x, x);
        for (var odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double x)
    {
        var value = x;
        for (var term = FractionTerms; term > 0; term--)
            value = x + term / value;
        return value;
    }
}
