namespace Arena.Core.Charts;

/// <summary>A logarithmic axis with round ticks: equal ways are equal factors.</summary>
/// <param name="Low">Value at its beginning; above zero.</param>
/// <param name="High">Value at its end.</param>
/// <param name="Ticks">1, 2 and 5 times powers of ten between the two, or only 1 and 3 where those would be many.</param>
internal sealed record LogAxis(double Low, double High, IReadOnlyList<double> Ticks)
{
    private const double Air = 1.25;
    private const double LeastFactor = 4;
    private const int MostTicks = 8;

    /// <summary>Where a value lies on the way from low (0) to high (1).</summary>
    public double Share(double value) => Math.Log(value / Low) / Math.Log(High / Low);

    /// <summary>An axis around values, with a little air at both ends.</summary>
    public static LogAxis Around(double lowest, double highest)
    {
        var widen = Math.Max(Air, Math.Sqrt(LeastFactor / (highest / lowest)));
        var (low, high) = (lowest / widen, highest * widen);
        foreach (var leading in new double[][] { [1, 2, 5], [1, 3], [1] })
        {
            var ticks = Round(low, high, leading);
            if (ticks.Count <= MostTicks)
                return new LogAxis(low, high, ticks);
        }

        return new LogAxis(low, high, [lowest, highest]);
    }

    private static List<double> Round(double low, double high, double[] leading)
    {
        var ticks = new List<double>();
        for (var power = (int)Math.Floor(Math.Log10(low)); power <= Math.Log10(high); power++)
            ticks.AddRange(leading.Select(l => l * Math.Pow(10, power)).Where(t => t >= low && t <= high));
        return ticks;
    }
}
