using System.Text;
using Arena.Core.Leaderboards;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Leaderboards;

/// <summary>A matrix as a list of its pairs: each model against those below it, so that every pair is told once and lines wrap on a phone.</summary>
internal static class MatrixText
{
    private const int NameColumns = 26;
    private const int SmallestNameColumns = 6;

    /// <summary>The list, its names shortened until it fits <see cref="ChartTables.Limit"/>. Pairs that have not met are left out.</summary>
    public static string Of(PairMatrix matrix)
    {
        for (var columns = NameColumns; ; columns--)
        {
            var text = Write(matrix, columns);
            if (text.Length <= ChartTables.Limit || columns == SmallestNameColumns)
                return text;
        }
    }

    private static string Write(PairMatrix matrix, int columns)
    {
        var names = matrix.Models.Select(model => SafeText.Plain(DisplayText.Shorten(ModelNames.Marked(model.Model, model.Name), columns))).ToList();
        var text = new StringBuilder(Legend(matrix));
        for (var row = 0; row < names.Count; row++)
        {
            var cells = matrix.Cells[row];
            var against = Enumerable.Range(row + 1, names.Count - row - 1)
                .Where(column => cells[column] is > 0 || (cells[column] is not null && matrix.Kind != PairMatrixKind.Battles))
                .Select(column => $"{names[column]} {Value(matrix.Kind, cells[column]!.Value)}")
                .ToList();
            if (against.Count > 0)
                text.Append("\n**").Append(names[row]).Append("** – ").AppendJoin(", ", against);
        }

        return text.ToString();
    }

    private static string Legend(PairMatrix matrix)
    {
        var which = matrix.OfModels > matrix.Models.Count ? $" The top {matrix.Models.Count} of {matrix.OfModels} models." : "";
        return matrix.Kind switch
        {
            PairMatrixKind.ActualWinRate => $"How much of a pair's ballots went to the first model, a tie being half.{which}",
            PairMatrixKind.PredictedWinRate => $"How likely the first model of a pair is to win, by the official board.{which}",
            _ => $"How many battles each pair has fought.{which}",
        };
    }

    private static string Value(PairMatrixKind kind, double value) =>
        kind == PairMatrixKind.Battles ? DisplayNumbers.Count((long)value) : DisplayNumbers.Percents(value).Share;
}
