namespace Arena.Core.Ratings;

/// <summary>How models met, two by two: square tables by row, then column, in the order of the models they were made for.</summary>
public static class WinRates
{
    /// <summary>
    /// The row's share of all ballots of the pair, <c>Σ (a + t/2) / Σ n</c>, in [0, 1]. Ballots are not weighted: it is what members
    /// said. Null on the diagonal and where the two never met.
    /// </summary>
    /// <param name="sums">The battles.</param>
    /// <param name="models">Tags of the rows and columns; one without a battle met nobody.</param>
    public static double?[,] Actual(PairSums sums, IReadOnlyList<string> models) =>
        Table(models, (row, column) => sums.Between(row, column).Share);

    /// <summary>Counted battles of the pair; 0 on the diagonal.</summary>
    /// <inheritdoc cref="Actual"/>
    public static int[,] Battles(PairSums sums, IReadOnlyList<string> models) =>
        Table(models, (row, column) => sums.Between(row, column).Battles);

    /// <summary>Counted ballots of the pair; 0 on the diagonal.</summary>
    /// <inheritdoc cref="Actual"/>
    public static int[,] Ballots(PairSums sums, IReadOnlyList<string> models) =>
        Table(models, (row, column) => sums.Between(row, column).Ballots);

    /// <summary>The probability that a ballot prefers the row to the column, <c>σ(θ_row − θ_column)</c>, in (0, 1).</summary>
    /// <param name="fit">The strengths.</param>
    /// <param name="models">Tags of the rows and columns.</param>
    /// <returns>Null on the diagonal, and for a model that is not in the fit.</returns>
    public static double?[,] Predicted(StrengthFit fit, IReadOnlyList<string> models) =>
        Table(models, (row, column) => row != column && fit.NumberOf(row) is { } i && fit.NumberOf(column) is { } j
            ? fit.Probability(i, j)
            : (double?)null);

    private static T[,] Table<T>(IReadOnlyList<string> models, Func<string, string, T> cell)
    {
        var table = new T[models.Count, models.Count];
        for (var row = 0; row < models.Count; row++)
        for (var column = 0; column < models.Count; column++)
            table[row, column] = cell(models[row], models[column]);
        return table;
    }
}
