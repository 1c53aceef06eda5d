using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>What is said beside a matrix of pairs.</summary>
internal static class MatrixWords
{
    public static string Title(PairMatrixKind kind) => kind switch
    {
        PairMatrixKind.ActualWinRate => "Win rates, actual",
        PairMatrixKind.PredictedWinRate => "Win rates, predicted",
        PairMatrixKind.Battles => "Battles of each pair",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such matrix."),
    };

    /// <summary>How to read a cell.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="unit">What counts are counted in.</param>
    public static string Reading(PairMatrixKind kind, int unit) => kind switch
    {
        PairMatrixKind.ActualWinRate => "each cell: the row's share of the ballots against the column, in %",
        PairMatrixKind.PredictedWinRate => "each cell: the row's chance to beat the column by Bradley–Terry, in %",
        _ => unit switch
        {
            1 => "each cell: battles of the row against the column",
            1_000 => "each cell: battles of the row against the column, in thousands",
            _ => "each cell: battles of the row against the column, in millions",
        },
    };

    /// <summary>How much it rests on, and which models are shown where not all are.</summary>
    public static string Counted(PairMatrix matrix)
    {
        var shown = matrix.OfModels > matrix.Models.Count ? $"{matrix.Models.Count} of {matrix.OfModels} models · " : "";
        return FootWords.With(shown + DisplayNumbers.Counted(matrix.Battles, "battle"), matrix.AsOf);
    }

    /// <summary>Why there is nothing to draw.</summary>
    public static string Nothing(PairMatrix matrix) => matrix.Models.Count switch
    {
        0 => "No battle has been counted here yet.",
        1 => "Only one model has fought here; a pair needs two.",
        _ => "None of these models have met yet.",
    };

    public static string AltText(PairMatrix matrix, string where)
    {
        var pairs = Pairs(matrix).ToList();
        var start = $"{Title(matrix.Kind)}, {where}";
        if (matrix.Models.Count < 2 || pairs.Count == 0)
            return $"{start}: {Nothing(matrix)}";
        var all = $"{start}: {matrix.Models.Count} models in the order of the board, from {AltTexts.Name(matrix.Models[0].Model, matrix.Models[0].Name)} to {AltTexts.Name(matrix.Models[^1].Model, matrix.Models[^1].Name)}.";
        var (row, column, value) = pairs.MaxBy(p => p.Value);
        var pair = $"{AltTexts.Name(matrix.Models[row].Model, matrix.Models[row].Name)} against {AltTexts.Name(matrix.Models[column].Model, matrix.Models[column].Name)}";
        var finding = matrix.Kind == PairMatrixKind.Battles
            ? $"Most often met: {pair}, {DisplayNumbers.Counted((long)value, "battle")}."
            : Rates(matrix, pairs, $"{pair}, {DisplayNumbers.Percents(value).Share}");
        return $"{all} {finding} {Counted(matrix)}.";
    }

    // One pair alone, or pairs that are all alike, have no clearest.
    private static string Rates(PairMatrix matrix, List<(int Row, int Column, double Value)> pairs, string clearest) =>
        pairs.Select(p => Math.Abs(p.Value - 0.5)).Distinct().Take(2).Count() == 1
            ? pairs.Count <= 2 ? $"The only pair: {clearest}." : $"Every pair at {DisplayNumbers.Percents(pairs.Max(p => p.Value)).Share}."
            : $"Clearest: {clearest}.{Closest(matrix, pairs)}";

    private static string Closest(PairMatrix matrix, List<(int Row, int Column, double Value)> pairs)
    {
        var (row, column, value) = pairs.Where(p => p.Row < p.Column).DefaultIfEmpty(pairs[0]).MinBy(p => Math.Abs(p.Value - 0.5));
        return $" Closest: {AltTexts.Name(matrix.Models[row].Model, matrix.Models[row].Name)} against {AltTexts.Name(matrix.Models[column].Model, matrix.Models[column].Name)}, {DisplayNumbers.Percents(value).Share}.";
    }

    private static IEnumerable<(int Row, int Column, double Value)> Pairs(PairMatrix matrix) =>
        from row in Enumerable.Range(0, matrix.Models.Count)
        from column in Enumerable.Range(0, matrix.Models.Count)
        let value = row == column ? null : matrix.Cells[row][column]
        where value is not null
        select (row, column, value.Value);
}
