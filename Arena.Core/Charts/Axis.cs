using System.Globalization;

namespace Arena.Core.Charts;

/// <summary>A linear axis with round ticks.</summary>
/// <param name="Low">Value at its beginning.</param>
/// <param name="High">Value at its end; above <paramref name="Low"/>.</param>
/// <param name="Ticks">Round values between the two, rising.</param>
internal sealed record Axis(double Low, double High, IReadOnlyList<double> Ticks)
{
    /// <summary>Where a value lies on the way from low (0) to high (1).</summary>
    public double Share(double value) => (value - Low) / (High - Low);

    /// <summary>
    /// An axis around values, with a little air at both ends. A rating has no zero, so it starts where the values do;
    /// what does have one says so by <paramref name="fromZero"/>.
    /// </summary>
    /// <param name="lowest">The lowest value.</param>
    /// <param name="highest">The highest value.</param>
    /// <param name="leastSpan">The axis covers at least this much: two ratings a point apart are not worlds apart.</param>
    /// <param name="intervals">About how many steps between ticks.</param>
    /// <param name="fromZero">Whether it begins at zero.</param>
    public static Axis Around(double lowest, double highest, double leastSpan, int intervals, bool fromZero = false)
    {
        if (fromZero)
            lowest = 0;
        var span = Math.Max(highest - lowest, leastSpan);
        var middle = (lowest + highest) / 2;
        var (low, high) = fromZero
            ? (0, Math.Max(highest, leastSpan) * 1.06)
            : (middle - span * 0.56, middle + span * 0.56);

        var step = RoundStep((high - low) / intervals);
        var ticks = new List<double>();
        for (var tick = Math.Ceiling(low / step); tick * step <= high; tick++)
            ticks.Add(tick * step);
        return new Axis(low, high, ticks);
    }

    /// <summary>Writes a tick with as many decimals as the steps need.</summary>
    public string Label(double tick)
    {
        var step = Ticks.Count > 1 ? Ticks[1] - Ticks[0] : 1;
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 3);
        // Adding zero turns a negative zero into zero.
        return (Math.Round(tick, decimals) + 0.0).ToString("F" + decimals, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    // The nearest of 1, 2 and 5 times a power of ten that gives no more steps than asked for.
    private static double RoundStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var leading = raw / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }
}
