using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Charts;

/// <summary>The field that histories are drawn in, with their names at the right.</summary>
internal sealed class HistoryPlot
{
    /// <summary>Room below the field for what the axis says, from its bottom.</summary>
    public const double Below = 44;

    private const double LabelGap = 34;
    private const double LabelHeight = 34;
    private const double MostLabelWidth = 300;
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    private readonly IReadOnlyList<HistoryLine> _lines;
    private readonly RatingSystem _system;
    private readonly HistoryAxis _axis;
    private readonly double _top;
    private readonly double _bottom;
    private readonly double _left;
    private readonly double _right;
    private readonly bool _isOneMoment;
    private readonly Axis _ratings;
    private readonly HistoryPath _path;
    private readonly TextStyle _small;
    private readonly TextStyle _label;
    private readonly ChartTheme _theme;

    /// <param name="lines">One to eight lines of one system.</param>
    /// <param name="axis">What they run along.</param>
    /// <param name="top">The upper edge of the field.</param>
    /// <param name="bottom">The lower edge of the field.</param>
    /// <param name="theme">The colours.</param>
    public HistoryPlot(IReadOnlyList<HistoryLine> lines, HistoryAxis axis, double top, double bottom, ChartTheme theme)
    {
        (_lines, _axis, _top, _bottom, _theme) = (lines, axis, top, bottom, theme);
        _system = lines[0].Series.System;
        _small = new TextStyle(TextStyle.Smallest, theme.Muted);
        _label = new TextStyle(24, theme.Text);
        _isOneMoment = HistoryPath.AreOneMoment([.. lines.Select(l => l.Series)], axis);
        _ratings = RatingAxis(lines, _system, _isOneMoment);
        _left = ChartFrame.Margin + _ratings.Ticks.Max(t => _small.Width(_ratings.Label(t))) + 12;
        _right = ChartFrame.Right - LabelGap - lines.Max(l => FlagRoom(l) + _label.Width(Label(l)));
        _path = new HistoryPath([.. lines.Select(l => l.Series)], axis, _left, _right, Y);
    }

    /// <summary>Draws the field.</summary>
    public void Write(SvgWriter svg)
    {
        foreach (var tick in _ratings.Ticks)
        {
            svg.Line(_left, Y(tick), _right, Y(tick), _theme.Faint);
            svg.Text(_left - 12, Y(tick) + 8, _ratings.Label(tick), _small, TextAnchor.End);
        }

        foreach (var line in _lines)
        {
            svg.Polyline(_path.Of(line.Series), "none", line.Colour, 3.5);
            var (x, y) = _path.End(line.Series);
            svg.Circle(x, y, 7, line.Colour);
        }

        WriteLabels(svg);
        WriteEnds(svg);
    }

    private static Axis RatingAxis(IReadOnlyList<HistoryLine> lines, RatingSystem system, bool isOneMoment)
    {
        var values = lines.SelectMany(l => l.Series.Points.Select(p => p.After).Append(HistoryWords.Start(l.Series, isOneMoment))).ToList();
        return system == RatingSystem.Score
            ? Axis.Around(0, values.Max(), leastSpan: 0.25, intervals: 5, fromZero: true)
            : Axis.Around(values.Min(), values.Max(), leastSpan: 60, intervals: 5);
    }

    private double Y(double rating) => _bottom - _ratings.Share(rating) * (_bottom - _top);

    private void WriteLabels(SvgWriter svg)
    {
        var places = LabelStack.Place([.. _lines.Select(l => _path.End(l.Series).Y)], LabelHeight, _top - 10, _bottom + 20);
        for (var i = 0; i < _lines.Count; i++)
        {
            var (endX, endY) = _path.End(_lines[i].Series);
            var x = _right + LabelGap;
            // A rating stands until the next battle: a thread keeps its height to the edge, and then leads to the label,
            // which may have had to give way to others.
            svg.Polyline([(endX, endY), (_right + 8, endY), (x - 8, places[i])], "none", _lines[i].Colour, 1.4);
            var flag = FlagRoom(_lines[i]);
            if (flag > 0)
                ModelLabel.WriteFlag(svg, x + 4, places[i], _theme);
            svg.Text(x + flag, places[i] + 8, Label(_lines[i]), _label with { Fill = _lines[i].Colour });
        }
    }

    private string Label(HistoryLine line)
    {
        var rating = DisplayNumbers.Rating(_system, line.Series.Points[^1].After);
        return $"{_label.Shorten(line.Name, MostLabelWidth - FlagRoom(line) - _label.Width(" " + rating))} {rating}";
    }

    private static double FlagRoom(HistoryLine line) => ModelLabel.FlagRoom(line.Series.Model);

    private void WriteEnds(SvgWriter svg)
    {
        var baseline = _bottom + 36;
        var (from, to) = (_lines.Min(l => HistoryWords.DayOf(l.Series.Points[0])), _lines.Max(l => HistoryWords.DayOf(l.Series.Points[^1])));
        if (_axis == HistoryAxis.Battles)
        {
            svg.Text(_left, baseline, "first battle", _small);
            svg.Text(_right, baseline, DisplayNumbers.Counted(_lines.Max(l => l.Series.Points.Count), "battle"), _small, TextAnchor.End);
            return;
        }

        // Both ends say the day; within one day they say the time too. One moment is said once, with what was before it at the left.
        var format = to - from < ADay && !HistoryWords.StepsAreDays(_system) ? "d MMM HH:mm" : "d MMM yyyy";
        if (_isOneMoment)
            svg.Text(_left, baseline, "at first", _small);
        else if (to > from)
            svg.Text(_left, baseline, from.ToString(format, CultureInfo.InvariantCulture), _small);
        svg.Text(_right, baseline, to.ToString(format, CultureInfo.InvariantCulture) + " UTC", _small, TextAnchor.End);
    }
}
