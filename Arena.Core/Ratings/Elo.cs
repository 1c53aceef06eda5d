namespace Arena.Core.Ratings;

/// <summary>
/// Elo, online, once for each battle: a live game with a size handicap, not an estimate. The expected result is
/// Elo's logistic curve (base 10, 400 points); the size rules are the arena's own. All sizes are billions of parameters.
/// </summary>
public static class Elo
{
    /// <summary>The rating of a model before its first counted battle: <c>Start + bonus × min(size, cap)</c>.</summary>
    /// <param name="sizeBillions">Billions of parameters; unknown counts as 1.</param>
    /// <param name="options">The rules.</param>
    public static double Start(double? sizeBillions, EloOptions options)
    {
        if (!options.UseSize)
            return options.Start;
        var size = Size(sizeBillions);
        return options.Start + options.SizeBonusPerBillion * Math.Min(size, options.SizeCapBillions ?? double.PositiveInfinity);
    }

    /// <summary>The expected result of A, <c>E = 1 / (1 + 10^((R_B − R_A) / 400))</c>, in (0, 1).</summary>
    public static double Expected(double ratingA, double ratingB) =>
        1 / (1 + Math.Pow(10, (ratingB - ratingA) / 400));

    /// <summary>
    /// What is at stake: <c>K</c> in a tie, else with winner W and loser L
    /// <c>min(KMax, K × (1 + (size_L − size_W) / size_max))</c>.
    /// </summary>
    public static double Stake(Verdict verdict, double? sizeA, double? sizeB, double? sizeMax, EloOptions options)
    {
        if (verdict == Verdict.Tie || !options.UseSize)
            return options.K;
        var (a, b) = (Size(sizeA), Size(sizeB));
        var (winner, loser) = verdict == Verdict.A ? (a, b) : (b, a);
        return Math.Min(options.KMax, options.K * (1 + (loser - winner) / LargestSize([sizeA, sizeB, sizeMax])));
    }

    /// <summary>
    /// The ratings of both models after a battle: <c>R_A += K (r − E_A)</c>, <c>R_B −= K (r − E_A)</c>, where
    /// <c>r</c> is 1, ½ or 0 by the verdict. What one gains the other loses.
    /// </summary>
    /// <param name="ratingA">A's rating before.</param>
    /// <param name="ratingB">B's rating before.</param>
    /// <param name="verdict">The battle's verdict; a battle without one is not to be counted.</param>
    /// <param name="sizeA">A's size as stored with the battle; null if unknown.</param>
    /// <param name="sizeB">B's size as stored with the battle; null if unknown.</param>
    /// <param name="sizeMax">The largest size as stored with the battle, see <see cref="LargestSize"/>.</param>
    /// <param name="options">The rules.</param>
    public static (double A, double B) Update(
        double ratingA, double ratingB, Verdict verdict, double? sizeA, double? sizeB, double? sizeMax, EloOptions options)
    {
        var moved = Stake(verdict, sizeA, sizeB, sizeMax, options) * (Result(verdict) - Expected(ratingA, ratingB));
        return (ratingA + moved, ratingB - moved);
    }

    /// <summary>
    /// What a battle stores as <c>size_max</c>: the largest size among the active models and its own two. A size that is
    /// unknown or not positive is 1.
    /// </summary>
    public static double LargestSize(params ReadOnlySpan<double?> sizes)
    {
        var largest = double.NaN;
        foreach (var size in sizes)
            largest = double.IsNaN(largest) ? Size(size) : Math.Max(largest, Size(size));
        return double.IsNaN(largest) ? 1 : largest;
    }

    internal static double Result(Verdict verdict) => verdict switch
    {
        Verdict.A => 1,
        Verdict.B => 0,
        Verdict.Tie => 0.5,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    private static double Size(double? billions) => billions is > 0 and < double.PositiveInfinity ? billions.Value : 1;
}
