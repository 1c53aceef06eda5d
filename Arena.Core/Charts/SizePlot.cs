using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>The field of ratings against sizes: dots with intervals, the line through them, and names where there is room.</summary>
internal sealed class SizePlot
{
    /// <summary>Room below the field for its axis.</summary>
    public const double Below = 44;

    /// <summary>More names would be too many to read.</summary>
    public const int MostLabels = 15;

    private const double Top = ChartFrame.BodyTop + 4;
    private const double Bottom = Top + Height;
    private const double Radius = 8;
    private const double LabelHeight = 28;
    private const double Shift = 9;
    // In pixels that a label goes further off: a name on a bar hides where the interval ends, one on the long line hides nothing.
    private const double CrossedBar = 90;
    private const double CrossedTrend = 24;
    private const int MostThickBars = 20;
    private static readonly double[] MostNameWidths = [230, 150];

    private readonly Standings _board;
    private readonly IReadOnlyList<Standing> _sized;
    private readonly SizeTrend? _trend;
    private readonly ChartTheme _theme;
    private readonly Axis _ratings;
    private readonly LogAxis _sizes;
    private readonly double _left;
    private readonly TextStyle _small;
    private readonly Dictionary<Standing, Box> _dots = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Standing Row, string Text, PlacedLabel Place)> _labels = [];

    /// <summary>Height of the field.</summary>
    public const double Height = 620;

    /// <param name="board">The board.</param>
    /// <param name="sized">Its models of known size, at least one.</param>
    /// <param name="trend">The line through them.</param>
    /// <param name="theme">The colours.</param>
    public SizePlot(Standings board, IReadOnlyList<Standing> sized, SizeTrend? trend, ChartTheme theme)
    {
        (_board, _sized, _trend, _theme) = (board, sized, trend, theme);
        _small = new TextStyle(TextStyle.Smallest, theme.Muted);
        _ratings = RatingAxis();
        _sizes = LogAxis.Around(sized.Min(SizeOf), sized.Max(SizeOf));
        _left = ChartFrame.Margin + _ratings.Ticks.Max(t => _small.Width(_ratings.Label(t))) + 12;
        PlaceDots();
        PlaceLabels();
    }

    /// <summary>Models that found no room for their name, or came too late.</summary>
    public int NotLabelled => _sized.Count - _labels.Count(label => label.Text.Length > 0);

    // Thin bars then, which names may stand on: there would be no room for all that are to be told.
    private bool IsCrowded => _sized.Count > MostThickBars;

    /// <summary>Draws the field.</summary>
    public void Write(SvgWriter svg)
    {
        WriteGrid(svg);
        foreach (var row in _sized)
            WriteInterval(svg, row);
        if (TrendLine() is { } line)
            svg.Line(line.X1, line.Y1, line.X2, line.Y2, _theme.Muted, 2);
        foreach (var (_, _, place) in _labels)
        {
            if (place.Leader is { } leader)
                svg.Line(leader.X1, leader.Y1, leader.X2, leader.Y2, _theme.Muted, 1.2);
        }

        foreach (var row in _sized)
            WriteDot(svg, row);
        foreach (var (row, text, place) in _labels)
            WriteLabel(svg, row, text, place.Box);
    }

    private static double SizeOf(Standing row) => row.Model.ParametersBillions!.Value;

    private Axis RatingAxis()
    {
        var lowest = _sized.Min(r => r.IsProvisional ? r.Rating : r.Interval?.Lower ?? r.Rating);
        var highest = _sized.Max(r => r.IsProvisional ? r.Rating : r.Interval?.Upper ?? r.Rating);
        return _board.System == RatingSystem.Score
            ? Axis.Around(0, highest, leastSpan: 0.25, intervals: 5, fromZero: true)
            : Axis.Around(lowest, highest, leastSpan: 100, intervals: 5);
    }

    private double Y(double rating) => Bottom - _ratings.Share(rating) * (Bottom - Top);

    private double X(double billions) => _left + _sizes.Share(billions) * (ChartFrame.Right - _left);

    // Models of one size and like ratings would hide each other: they stand a little beside their size.
    private void PlaceDots()
    {
        foreach (var row in _sized)
        {
            var (x, y) = (X(SizeOf(row)), Y(row.Rating));
            var box = new[] { 0, -Shift, Shift, -2 * Shift, 2 * Shift }.Select(s => Dot(x + s, y)).FirstOrDefault(b => !_dots.Values.Any(b.Overlaps), Dot(x, y));
            _dots[row] = box;
        }
    }

    private static Box Dot(double x, double y) => new(x - Radius, y - Radius, x + Radius, y + Radius);

    private void PlaceLabels()
    {
        var placer = new LabelPlacer(new Box(_left, Top, ChartFrame.Right, Bottom - 4));
        foreach (var row in _sized)
        {
            placer.AddDot(_dots[row]);
            if (Bar(row) is { } bar)
                placer.AddLine(bar, IsCrowded ? CrossedTrend : CrossedBar);
        }

        if (TrendLine() is { } line)
            placer.AddLine(line, CrossedTrend);
        // What is furthest from the line is told first; of what rests on little, last.
        foreach (var row in _sized.OrderBy(r => r.IsProvisional).ThenByDescending(r => Math.Abs(Over(r) ?? 0)).ThenByDescending(r => r.Rating))
        {
            if (!(_labels.Count < MostLabels && PlaceName(placer, row)) && row.Model.Status == ModelStatus.Flagged)
                PlaceLabel(placer, row, "");
        }
    }

    private bool PlaceName(LabelPlacer placer, Standing row)
    {
        var over = Over(row) is { } points ? " " + SizeWords.Over(_board.System, points) : "";
        return MostNameWidths.Any(room => PlaceLabel(placer, row, LabelStyle(row).Shorten(row.Name, room) + over));
    }

    // Without a text it is the mark of a flagged model alone.
    private bool PlaceLabel(LabelPlacer placer, Standing row, string text)
    {
        var width = ModelLabel.FlagRoom(row.Model) + LabelStyle(row).Width(text) + 4;
        if (placer.Place(_dots[row], width, LabelHeight) is not { } place)
            return false;
        _labels.Add((row, text, place));
        return true;
    }

    private TextStyle LabelStyle(Standing row) => new(TextStyle.Smallest, Over(row) is >= 0 ? _theme.Text : _theme.Muted);

    private double? Over(Standing row) => _trend is null ? null : row.Rating - _trend.At(SizeOf(row));

    private Stroke? Bar(Standing row)
    {
        // Provisional bars would cover half the field.
        if (row.IsProvisional || row.Interval is not { } interval)
            return null;
        var x = (_dots[row].Left + _dots[row].Right) / 2;
        return new Stroke(x, Math.Max(Top, Y(interval.Upper)), x, Math.Min(Bottom, Y(interval.Lower)));
    }

    // From edge to edge, cut where it would leave above or below.
    private Stroke? TrendLine()
    {
        if (_trend is null)
            return null;
        var (left, right) = (Y(_trend.At(_sizes.Low)), Y(_trend.At(_sizes.High)));
        double XAt(double y) => _left + (y - left) / (right - left) * (ChartFrame.Right - _left);
        var (fromY, toY) = (Math.Clamp(left, Top, Bottom), Math.Clamp(right, Top, Bottom));
        return new Stroke(fromY.Equals(left) ? _left : XAt(fromY), fromY, toY.Equals(right) ? ChartFrame.Right : XAt(toY), toY);
    }

    private void WriteGrid(SvgWriter svg)
    {
        foreach (var tick in _ratings.Ticks)
        {
            svg.Line(_left, Y(tick), ChartFrame.Right, Y(tick), _theme.Faint);
            svg.Text(_left - 12, Y(tick) + 8, _ratings.Label(tick), _small, TextAnchor.End);
        }

        foreach (var tick in _sizes.Ticks)
            svg.Text(X(tick), Bottom + 34, DisplayNumbers.Size(tick), _small, TextAnchor.Middle);
    }

    private void WriteInterval(SvgWriter svg, Standing row)
    {
        if (Bar(row) is { } bar)
            svg.Line(bar.X1, bar.Y1, bar.X2, bar.Y2, Colour(row), IsCrowded ? 2 : 3);
    }

    private void WriteLabel(SvgWriter svg, Standing row, string text, Box box)
    {
        var flag = ModelLabel.FlagRoom(row.Model);
        if (flag > 0)
            ModelLabel.WriteFlag(svg, box.Left + 6, (box.Top + box.Bottom) / 2, _theme);
        if (text.Length > 0)
            svg.Text(box.Left + 2 + flag, box.Bottom - 7, text, LabelStyle(row), halo: _theme.Background);
    }

    private void WriteDot(SvgWriter svg, Standing row)
    {
        var (x, y) = ((_dots[row].Left + _dots[row].Right) / 2, (_dots[row].Top + _dots[row].Bottom) / 2);
        if (row.IsProvisional)
            svg.Circle(x, y, Radius - 1.5, _theme.Background, Colour(row), 3);
        else
            svg.Circle(x, y, Radius, Colour(row));
    }

    private string Colour(Standing row) => row.Model.Status == ModelStatus.Active && Over(row) is null or >= 0 ? _theme.Accent : _theme.Muted;
}
