using System.Globalization;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>How the cells of a matrix are written and coloured.</summary>
/// <param name="Kind">What they tell.</param>
/// <param name="Unit">1, or 1,000 or a million where numbers would not fit otherwise.</param>
/// <param name="Most">The largest number of a cell.</param>
internal sealed record MatrixNumbers(PairMatrixKind Kind, int Unit, double Most)
{
    private const double Air = 2;
    private static readonly int[] Units = [1, 1_000, 1_000_000];

    /// <summary>Numbers that fit into cells of a width.</summary>
    public static MatrixNumbers Of(PairMatrix matrix, double cellWidth)
    {
        var values = matrix.Cells.SelectMany(row => row).OfType<double>().ToList();
        var most = values.Max();
        var style = new TextStyle(TextStyle.Smallest, "");
        var fitting = Units
            .Select(unit => new MatrixNumbers(matrix.Kind, unit, most))
            .Where(numbers => values.All(v => style.Width(numbers.Text(v)) + Air <= cellWidth));
        return matrix.Kind == PairMatrixKind.Battles
            ? fitting.FirstOrDefault() ?? new MatrixNumbers(matrix.Kind, Units[^1], most)
            : new MatrixNumbers(matrix.Kind, 1, most);
    }

    /// <summary>A rate in percent, without the sign; a count in its unit.</summary>
    public string Text(double value)
    {
        if (Kind != PairMatrixKind.Battles)
            return FootWords.Whole(value);
        if (Unit > 1 && value > 0 && value < Unit / 2.0)
            return "<1";
        return Math.Round(value / Unit, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>Rates lean from the middle to a pole; counts rise from the middle to one, by square root, as few large ones would leave the others alike.</summary>
    public string Fill(double value, ChartTheme theme)
    {
        var poles = theme.Poles;
        if (Kind == PairMatrixKind.Battles)
            return Colours.Mix(poles.Middle, poles.High, Math.Sqrt(value / Math.Max(1, Most)));
        return Colours.Mix(poles.Middle, value >= 0.5 ? poles.High : poles.Low, Math.Abs(value - 0.5) * 2);
    }
}
