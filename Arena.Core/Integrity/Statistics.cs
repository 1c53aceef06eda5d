namespace Arena.Core.Integrity;

/// <summary>What the patterns need of descriptive statistics.</summary>
internal static class Statistics
{
    /// <summary>The middle value, or the mean of the two in the middle; not a number without values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
