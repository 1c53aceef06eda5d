using System.Runtime.CompilerServices;

namespace Arena.Core.Ratings;

/// <summary>
/// Draws how many of n independent trials succeed, exactly distributed: by inversion where few are expected, else by
/// transformed rejection (BTRS; Hörmann 1993, "The generation of binomial random variates").
/// </summary>
internal static class Binomial
{
    private const double Few = 10;

    // ln k! less Stirling's approximation, for k from 0.
    private static readonly double[] Corrections =
    [
        0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
        0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
    ];

    /// <param name="random">Where chance comes from.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="p">The chance of each, in [0, 1].</param>
    /// <returns>From 0 to <paramref name="trials"/>.</returns>
    public static int Draw(ref RandomStream random, int trials, double p)
    {
        if (trials <= 0 || p <= 0)
            return 0;
        if (p >= 1)
            return trials;
        if (p > 0.5)
            return trials - Draw(ref random, trials, 1 - p);
        return trials * p < Few ? ByInversion(ref random, trials, p) : ByRejection(ref random, trials, p);
    }

    private static int ByInversion(ref RandomStream random, int trials, double p)
    {
        var odds = p / (1 - p);
        var factor = (trials + 1) * odds;
        var none = Math.Exp(trials * Math.Log(1 - p));
        while (true)
        {
            var (left, chance, successes) = (random.NextDouble(), none, 0);
            while (left > chance && successes < trials)
            {
                left -= chance;
                successes++;
                chance *= factor / successes - odds;
            }

            // Rounding alone can leave something over at the far end of the tail.
            if (left <= chance)
                return successes;
        }
    }

    private static int ByRejection(ref RandomStream random, int trials, double p)
    {
        var spread = Math.Sqrt(trials * p * (1 - p));
        var b = 1.15 + 2.53 * spread;
        var a = -0.0873 + 0.0248 * b + 0.01 * p;
        var centre = trials * p + 0.5;
        var sure = 0.92 - 4.2 / b;
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = random.NextDouble();
            var edge = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / edge + b) * u + centre);
            // Most draws end here, without a logarithm.
            if (edge >= 0.07 && v <= sure)
                return (int)k;
            if (k < 0 || k > trials)
                continue;
            v *= (2.83 + 5.1 / b) * spread / (a / (edge * edge) + b);
            if (Math.Log(v) <= LogRatio(trials, p, k))
                return (int)k;
        }
    }

    // ln of the chance of k over the chance of the most likely number.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double LogRatio(int trials, double p, double k)
    {
        var odds = p / (1 - p);
        var mode = Math.Floor((trials + 1) * p);
        return (mode + 0.5) * Math.Log((mode + 1) / (odds * (trials - mode + 1)))
            + (trials + 1.0) * Math.Log((trials - mode + 1) / (trials - k + 1))
            + (k + 0.5) * Math.Log(odds * (trials - k + 1) / (k + 1))
            + Correction(mode) + Correction(trials - mode) - Correction(k) - Correction(trials - k);
    }

    private static double Correction(double k)
    {
        if (k < Corrections.Length)
            return Corrections[(int)k];
        var squared = (k + 1) * (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / squared) / squared) / (k + 1);
    }
}
