using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Puts what models have between them into rows and columns.</summary>
internal static class PairMatrices
{
    /// <summary>The matrix of a board's first models.</summary>
    /// <param name="kind">What the cells tell.</param>
    /// <param name="board">The official board of the scope, which gives the order.</param>
    /// <param name="sums">The battles of the scope. A model that the board has and they have not has met nobody.</param>
    /// <param name="fit">The fit of the board.</param>
    public static PairMatrix Of(PairMatrixKind kind, Standings board, PairSums sums, BradleyTerryFit fit)
    {
        var models = board.Rows.Take(PairMatrix.Most).ToList();
        string[] tags = [.. models.Select(row => row.Model.Tag)];
        IReadOnlyList<IReadOnlyList<double?>> cells = kind switch
        {
            PairMatrixKind.ActualWinRate => Rows(WinRates.Actual(sums, tags), share => share),
            PairMatrixKind.PredictedWinRate => Rows(WinRates.Predicted(fit, tags), probability => probability),
            PairMatrixKind.Battles => Rows(WinRates.Battles(sums, tags), battles => battles == 0 ? null : battles),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such matrix."),
        };
        return new PairMatrix(kind, board.Scope, models, cells, board.Rows.Count, board.Battles, board.AsOf);
    }

    private static IReadOnlyList<IReadOnlyList<double?>> Rows<T>(T[,] table, Func<T, double?> cell) =>
    [
        .. Enumerable.Range(0, table.GetLength(0)).Select(row =>
            (IReadOnlyList<double?>)[.. Enumerable.Range(0, table.GetLength(1)).Select(column => cell(table[row, column]))]),
    ];
}
