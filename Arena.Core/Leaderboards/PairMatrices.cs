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
        return new PairMatrix(
            kind, board.Scope, models, [.. models.Select(row => Row(row.Model.Tag))], board.Rows.Count, board.Battles, board.AsOf);

        IReadOnlyList<double?> Row(string tag) => [.. models.Select(column => column.Model.Tag == tag ? null : Cell(kind, tag, column.Model.Tag, sums, fit))];
    }

    private static double? Cell(PairMatrixKind kind, string row, string column, PairSums sums, BradleyTerryFit fit) => kind switch
    {
        PairMatrixKind.ActualWinRate => sums.Between(row, column).Share,
        PairMatrixKind.PredictedWinRate => fit.NumberOf(row) is { } i && fit.NumberOf(column) is { } j ? fit.Probability(i, j) : null,
        PairMatrixKind.Battles => sums.Between(row, column).Battles is > 0 and var battles ? battles : null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such matrix."),
    };
}
