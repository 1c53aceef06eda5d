using System.Globalization;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>How models met, two by two, as a matrix of numbers on colour.</summary>
public static class MatrixChart
{
    /// <summary>Draws a matrix.</summary>
    /// <param name="matrix">Up to 15 models; with fewer than two a sentence says so.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(PairMatrix matrix, ChartTheme theme, string? serverName = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(matrix.Models.Count, PairMatrix.Most);
        var frame = new ChartFrame(MatrixWords.Title(matrix.Kind), matrix.Scope, serverName, theme);
        var altText = MatrixWords.AltText(matrix, frame.Where);
        if (matrix.Models.Count < 2 || matrix.Cells.All(row => row.All(c => c is null)))
            return frame.Sentence(MatrixWords.Nothing(matrix), altText, [MatrixWords.Counted(matrix)]);

        var layout = MatrixLayout.Of(matrix, frame);
        var numbers = MatrixNumbers.Of(matrix, layout.CellWidth);
        string[] foot =
        [
            MatrixWords.Reading(matrix.Kind, numbers.Unit), MatrixWords.Counted(matrix), .. FootWords.Flags(matrix.Models.Select(row => row.Model)),
        ];
        return frame.Compose(layout.Height, foot, altText, Write);

        void Write(SvgWriter svg)
        {
            WriteHeads(svg, matrix, layout, frame);
            for (var row = 0; row < matrix.Models.Count; row++)
            for (var column = 0; column < matrix.Models.Count; column++)
                WriteCell(svg, matrix, row, column, layout, numbers, theme);
        }
    }

    private static void WriteHeads(SvgWriter svg, PairMatrix matrix, MatrixLayout layout, ChartFrame frame)
    {
        var number = new TextStyle(TextStyle.Smallest, frame.Theme.Muted, Bold: true);
        var name = new TextStyle(TextStyle.Smallest, frame.Theme.Text);
        for (var i = 0; i < matrix.Models.Count; i++)
        {
            var place = (i + 1).ToString(CultureInfo.InvariantCulture);
            var middle = layout.Y(i) + layout.CellHeight / 2;
            svg.Text(layout.X(i) + layout.CellWidth / 2, layout.HeadBaseline, place, number, TextAnchor.Middle);
            svg.Text(layout.NumberRight, middle + 8, place, number, TextAnchor.End);
            var flag = ModelLabel.FlagRoom(matrix.Models[i].Model);
            if (flag > 0)
                ModelLabel.WriteFlag(svg, layout.NameLeft + 4, middle, frame.Theme);
            var lines = MatrixNames.Lines(matrix.Models[i].Name, layout.NameWidth - flag, name);
            for (var line = 0; line < lines.Count; line++)
                svg.Text(layout.NameLeft + flag, middle + 8 + (line - (lines.Count - 1) / 2.0) * MatrixLayout.NamePitch, lines[line], name);
        }
    }

    private static void WriteCell(
        SvgWriter svg, PairMatrix matrix, int row, int column, MatrixLayout layout, MatrixNumbers numbers, ChartTheme theme)
    {
        var (x, y) = (layout.X(column), layout.Y(row));
        if (row == column)
        {
            // The diagonal guides the eye from a row's number to the same column's.
            svg.Line(x + layout.CellWidth * 0.35, y + layout.CellHeight * 0.35, x + layout.CellWidth * 0.65, y + layout.CellHeight * 0.65, theme.Faint, 2);
            return;
        }

        if (matrix.Cells[row][column] is not { } value)
            return;
        var fill = numbers.Fill(value, theme);
        svg.Rectangle(x + 1, y + 1, layout.CellWidth - 2, layout.CellHeight - 2, fill, 3);
        var style = new TextStyle(TextStyle.Smallest, Colours.TextOn(fill));
        svg.Text(x + layout.CellWidth / 2, y + layout.CellHeight / 2 + 8, numbers.Text(value), style, TextAnchor.Middle);
    }
}
