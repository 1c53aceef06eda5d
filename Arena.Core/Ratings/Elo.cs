namespace Arena.Core.Ratings;

/// <summary>
/// Elo, online, once for each battle: a live game with a size handicap, not an estimate. The expected result is
/// Elo's logistic curve (base 10, 400 points); the size rules are the arena's own. All sizes are billions of parameters.
/// </summary>
public static class Elo
{
    private const double NaturalPerPoint = 2.302585092994046 / 400;

    /// <summary>The rating of a model before its first counted battle: <c>Start + bonus × min(size, cap)</c>.</summary>
    /// <param name="sizeBillions">Billions of parameters; unknown counts as 1.</param>
    /// <param name="options">The rules.</param>
    public static double Start(double? sizeBillions, EloOptions options) => Start(sizeBillions ?? double.NaN, options);

    /// <summary>The expected result of A, <c>E = 1 / (1 + 10^((R_B − R_A) / 400))</c>, in (0, 1).</summary>
    public static double Expected(double ratingA, double ratingB) =>
        1 / (1 + Math.Exp((ratingB - ratingA) * NaturalPerPoint));

    /// <summary>
    /// What is at stake: <c>K</c> in a tie, else with winner W and loser L
    /// <c>min(KMax, K × (1 + (size_L − size_W) / size_max))</c>.
    /// </summary>
    public static double Stake(Verdict verdict, double? sizeA, double? sizeB, double? sizeMax, EloOptions options) =>
        Stake(Result(verdict), sizeA ?? double.NaN, sizeB ?? double.NaN, sizeMax ?? double.NaN, options);

    /// <summary>
    /// The ratings of both models after a battle: <c>R_A += d K (r − E_A)</c>, <c>R_B −= d K (r − E_A)</c>, where
    /// <c>r</c> is 1, ½ or 0 by the verdict. What one gains the other loses.
    /// </summary>
    /// <param name="ratingA">A's rating before.</param>
    /// <param name="ratingB">B's rating before.</param>
    /// <param name="verdict">The battle's verdict; a battle without one is not to be counted.</param>
    /// <param name="sizeA">A's size as stored with the battle; null if unknown.</param>
    /// <param name="sizeB">B's size as stored with the battle; null if unknown.</param>
    /// <param name="sizeMax">The largest size as stored with the battle, see <see cref="LargestSize"/>.</param>
    /// <param name="options">The rules.</param>
    /// <param name="damping">d, see <see cref="Comparison.Damping"/>.</param>
    public static (double A, double B) Update(
        double ratingA, double ratingB, Verdict verdict, double? sizeA, double? sizeB, double? sizeMax, EloOptions options, double damping = 1)
    {
        var moved = damping * Moved(
            ratingA, ratingB, Result(verdict), sizeA ?? double.NaN, sizeB ?? double.NaN, sizeMax ?? double.NaN, options);
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
            largest = double.IsNaN(largest) ? Size(size ?? double.NaN) : Math.Max(largest, Size(size ?? double.NaN));
        return double.IsNaN(largest) ? 1 : largest;
    }

    /// <summary>As <see cref="Start(double?, EloOptions)"/>; NaN is an unknown size.</summary>
    internal static double Start(double sizeBillions, EloOptions options) => !options.UseSize
        ? options.Start
        : options.Start + options.SizeBonusPerBillion * Math.Min(Size(sizeBillions), options.SizeCapBillions ?? double.PositiveInfinity);

    /// <summary>What A gains and B loses before damping, <c>K (r − E_A)</c>.</summary>
    /// <param name="ratingA">A's rating before.</param>
    /// <param name="ratingB">B's rating before.</param>
    /// <param name="result">r: 1, ½ or 0.</param>
    /// <param name="sizeA">Billions; NaN if unknown.</param>
    /// <param name="sizeB">Billions; NaN if unknown.</param>
    /// <param name="sizeMax">Billions; NaN where it was not recorded.</param>
    /// <param name="options">The rules.</param>
    internal static double Moved(
        double ratingA, double ratingB, double result, double sizeA, double sizeB, double sizeMax, EloOptions options) =>
        Stake(result, sizeA, sizeB, sizeMax, options) * (result - Expected(ratingA, ratingB));

    private static double Stake(double result, double sizeA, double sizeB, double sizeMax, EloOptions options)
    {
        if (!options.UseSize)
            return options.K;
        var (a, b) = (Size(sizeA), Size(sizeB));
        // 1 where A won, −1 where B won, 0 in a tie: then sizes are not asked.
        var winner = 2 * result - 1;
        var stake = options.K * (1 + winner * (b - a) / Math.Max(Math.Max(a, b), Size(sizeMax)));
        return winner == 0 ? options.K : Math.Min(options.KMax, stake);
    }

    private static double Result(Verdict verdict) => verdict switch
    {
        Verdict.A => 1,
        Verdict.B => 0,
        Verdict.Tie => 0.5,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    private static double Size(double billions) => billions is > 0 and < double.PositiveInfinity ? billions : 1;
}
