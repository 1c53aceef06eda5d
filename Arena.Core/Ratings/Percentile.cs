namespace Arena.Core.Ratings;

/// <summary>Percentiles of a sample by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).</summary>
public static class Percentile
{
    /// <summary>The value at position <c>(n − 1) × q</c> of the sorted sample.</summary>
    /// <param name="sorted">At least one value, rising.</param>
    /// <param name="q">In [0, 1]: 0.025 for the 2.5th percentile.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is not in [0, 1].</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double q)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("There are no values to take a percentile of.", nameof(sorted));
        if (q is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(q), q, "A percentile is asked for by a number between 0 and 1.");
        var position = (sorted.Length - 1) * q;
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
