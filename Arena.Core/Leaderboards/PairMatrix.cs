namespace Arena.Core.Leaderboards;

/// <summary>How models met, two by two.</summary>
/// <param name="Kind">What the cells tell.</param>
/// <param name="Scope">What is counted.</param>
/// <param name="Models">The models of rows and columns, in the order of the official board; at most <see cref="Most"/>.</param>
/// <param name="Cells">By row, then column; null on the diagonal and, except for predictions, where a pair has not met.</param>
/// <param name="OfModels">How many models the board has; more than are shown when it is long.</param>
/// <param name="Battles">Counted battles in the scope.</param>
/// <param name="AsOf">When the last counted battle settled; null before any.</param>
public sealed record PairMatrix(
    PairMatrixKind Kind, Scope Scope, IReadOnlyList<Standing> Models, IReadOnlyList<IReadOnlyList<double?>> Cells,
    int OfModels, int Battles, DateTimeOffset? AsOf)
{
    /// <summary>More rows could not be read on a phone.</summary>
    public const int Most = 15;
}
