namespace Arena.Core.Charts;

/// <summary>Places labels at the ends of lines without overlap, each as near to its line's end as it can be.</summary>
internal static class LabelStack
{
    /// <summary>The labels' middles, in the order given.</summary>
    /// <param name="wanted">Where each would like to be.</param>
    /// <param name="height">Room that each takes.</param>
    /// <param name="top">Nothing reaches above this.</param>
    /// <param name="bottom">Nothing reaches below this; there must be room for all.</param>
    public static IReadOnlyList<double> Place(IReadOnlyList<double> wanted, double height, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
        var placed = new double[wanted.Count];
        // Down from the top, each below the one before; then up from the bottom, where the last ran out.
        var free = top + height / 2;
        foreach (var i in order)
        {
            placed[i] = Math.Max(wanted[i], free);
            free = placed[i] + height;
        }

        free = bottom - height / 2;
        foreach (var i in order.Reverse())
        {
            placed[i] = Math.Min(placed[i], free);
            free = placed[i] - height;
        }

        return placed;
    }
}
