using System.Globalization;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>Where the parts of a matrix stand, in pixels.</summary>
internal sealed record MatrixLayout(double NumberRight, double NameWidth, double Left, double CellWidth, double CellHeight, int Models)
{
    private const double Gap = 10;
    private const double HeadHeight = 40;

    // Fifteen of them leave room for names; 100 fits.
    private const double LeastCell = 46;
    private const double MostCellWidth = 120;
    private const double MostCellHeight = 64;

    // Room for a name in two lines.
    private const double LeastCellHeight = 52;

    /// <summary>From one line of a name to the next.</summary>
    public const double NamePitch = 23;

    public double NameLeft => NumberRight + Gap;

    public double HeadBaseline => ChartFrame.BodyTop + 22;

    public double Height => HeadHeight + Models * CellHeight;

    public double X(int column) => Left + column * CellWidth;

    public double Y(int row) => ChartFrame.BodyTop + HeadHeight + row * CellHeight;

    public static MatrixLayout Of(PairMatrix matrix, ChartFrame frame)
    {
        var count = matrix.Models.Count;
        var name = new TextStyle(TextStyle.Smallest, frame.Theme.Text);
        var number = new TextStyle(TextStyle.Smallest, frame.Theme.Muted, Bold: true);
        var numberRight = ChartFrame.Margin + number.Width(count.ToString(CultureInfo.InvariantCulture));
        var room = ChartFrame.Right - numberRight - 2 * Gap;
        var nameWidth = Math.Min(matrix.Models.Max(m => ModelLabel.FlagRoom(m.Model) + name.Width(m.Name)), room - count * LeastCell);
        var cell = Math.Min((room - nameWidth) / count, MostCellWidth);
        return new MatrixLayout(
            numberRight, nameWidth, numberRight + 2 * Gap + nameWidth, cell, Math.Clamp(cell, LeastCellHeight, MostCellHeight), count);
    }
}
