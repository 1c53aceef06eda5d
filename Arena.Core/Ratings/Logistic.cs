namespace Arena.Core.Ratings;

/// <summary>The logistic function and its logarithm, exact far out on both sides.</summary>
internal static class Logistic
{
    /// <summary><c>σ(x) = 1 / (1 + e^−x)</c>, in [0, 1].</summary>
    public static double Sigma(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary><c>ln σ(x)</c>, at most 0; <c>x</c> itself where σ(x) would vanish. <c>ln σ(−x)</c> is this less <c>x</c>.</summary>
    public static double LogSigma(double x)
    {
        var tail = LogOnePlus(Math.Exp(-Math.Abs(x)));
        return x < 0 ? x - tail : -tail;
    }

    // What 1 + x loses of a small x, the quotient gives back (Kahan's way; the runtime's LogP1 does not).
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
