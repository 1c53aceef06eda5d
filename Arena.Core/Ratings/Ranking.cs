namespace Arena.Core.Ratings;

/// <summary>Ranks that say no more than the intervals do. Several models may share one, and the next may then be lower than its place.</summary>
public static class Ranking
{
    /// <summary><c>1 +</c> the number of models whose lower bound is above this model's upper bound.</summary>
    /// <param name="lower">Lower bounds, by model.</param>
    /// <param name="upper">Upper bounds, by model.</param>
    /// <param name="provisional">By model: provisional ones have no rank and push nobody down.</param>
    /// <returns>Ranks by model; null for provisional ones.</returns>
    public static IReadOnlyList<int?> ByInterval(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<bool> provisional)
    {
        var ranks = new int?[lower.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            if (provisional[i])
                continue;
            var above = 0;
            for (var j = 0; j < ranks.Length; j++)
                above += !provisional[j] && lower[j] > upper[i] ? 1 : 0;
            ranks[i] = 1 + above;
        }

        return ranks;
    }

    /// <summary>
    /// <c>1 +</c> the number of models j with <c>θ_j − θ_i &gt; z √(V_ii + V_jj − 2 V_ij)</c>: finer than by interval, since it
    /// knows how sure each difference is.
    /// </summary>
    /// <returns>Ranks by model; null for provisional ones.</returns>
    public static IReadOnlyList<int?> ByDifference(BradleyTerryFit fit)
    {
        var models = Enumerable.Range(0, fit.Models.Count).Where(i => !fit.IsProvisional(i)).ToList();
        var ranks = new int?[fit.Models.Count];
        foreach (var i in models)
            ranks[i] = 1 + models.Count(j => fit.Theta(j) - fit.Theta(i) > BradleyTerryFit.Z * fit.DifferenceError(i, j));
        return ranks;
    }
}
