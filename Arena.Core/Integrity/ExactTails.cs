namespace Arena.Core.Integrity;

/// <summary>Exact upper tails, as natural logarithms: what coordinated votes come to is far below what a number can hold.</summary>
internal static class ExactTails
{
    // ln k!, as far as it was asked for.
    private static double[] Factorials = [0];

    /// <summary>
    /// Of <paramref name="all"/> members <paramref name="marked"/> are marked, and <paramref name="drawn"/> are drawn blindly: ln of the
    /// probability that <paramref name="hits"/> or more of the drawn are marked (Fisher's exact test, one-sided).
    /// </summary>
    public static double Hypergeometric(int all, int marked, int drawn, int hits)
    {
        if (hits <= Math.Max(0, drawn + marked - all))
            return 0;
        var highest = Math.Min(drawn, marked);
        if (hits > highest)
            return double.NegativeInfinity;
        var sum = double.NegativeInfinity;
        for (var k = highest; k >= hits; k--)
            sum = Add(sum, Choose(marked, k) + Choose(all - marked, drawn - k));
        return Math.Min(0, sum - Choose(all, drawn));
    }

    /// <summary>The probability of at least <paramref name="hits"/> successes in <paramref name="trials"/>, each with chance <paramref name="p"/>.</summary>
    public static double Binomial(int trials, double p, int hits)
    {
        if (hits <= 0)
            return 1;
        if (hits > trials || p <= 0)
            return 0;
        if (p >= 1)
            return 1;
        var sum = 0.0;
        for (var k = trials; k >= hits; k--)
            sum += Math.Exp(Choose(trials, k) + k * Math.Log(p) + (trials - k) * Math.Log(1 - p));
        return Math.Min(1, sum);
    }

    /// <summary>ln of the probability that at least <paramref name="hits"/> of independent trials with these chances succeed.</summary>
    public static double PoissonBinomial(IReadOnlyList<double> chances, int hits)
    {
        if (hits <= 0)
            return 0;
        // ln of the probability of exactly k; the last holds "at least".
        var counts = new double[hits + 1];
        Array.Fill(counts, double.NegativeInfinity);
        counts[0] = 0;
        foreach (var chance in chances)
        {
            var (yes, no) = (Math.Log(chance), Math.Log(1 - chance));
            counts[hits] = Add(counts[hits], counts[hits - 1] + yes);
            for (var k = hits - 1; k > 0; k--)
                counts[k] = Add(counts[k] + no, counts[k - 1] + yes);
            counts[0] += no;
        }

        return Math.Min(0, counts[hits]);
    }

    private static double Choose(int n, int k) => k < 0 || k > n ? double.NegativeInfinity : Factorial(n) - Factorial(k) - Factorial(n - k);

    private static double Add(double x, double y)
    {
        var (high, low) = x > y ? (x, y) : (y, x);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    private static double Factorial(int n)
    {
        var known = Factorials;
        if (n >= known.Length)
        {
            var more = new double[Math.Max(n + 1, known.Length * 2)];
            known.CopyTo(more, 0);
            for (var k = known.Length; k < more.Length; k++)
                more[k] = more[k - 1] + Math.Log(k);
            Factorials = known = more;                         // whoever was as fast has written the same
        }

        return known[n];
    }
}
