using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>Where the points of histories lie.</summary>
internal sealed class HistoryPath
{
    // More points than pixels only make the document large.
    private const int MostPoints = 600;

    private readonly HistoryAxis _axis;
    private readonly double _left;
    private readonly double _right;
    private readonly double _first;
    private readonly double _last;
    private readonly bool _isOneMoment;
    private readonly Func<double, double> _y;

    /// <param name="shown">All histories of the field, each of at least one point.</param>
    /// <param name="axis">What they run along.</param>
    /// <param name="left">The left edge of the field.</param>
    /// <param name="right">The right edge of the field.</param>
    /// <param name="y">Where a rating lies.</param>
    public HistoryPath(IReadOnlyList<RatingSeries> shown, HistoryAxis axis, double left, double right, Func<double, double> y)
    {
        (_axis, _left, _right, _y) = (axis, left, right, y);
        (_first, _last) = axis == HistoryAxis.Battles
            ? (0, shown.Max(s => s.Points.Count))
            : (shown.Min(s => Seconds(s.Points[0].At)), shown.Max(s => Seconds(s.Points[^1].At)));
        // A single moment lies at the end, beside its label, and what was before it at the beginning.
        _isOneMoment = AreOneMoment(shown, axis);
        if (_isOneMoment)
            _first = _last - 1;
    }

    /// <summary>Whether all points lie at one moment, so that there is only a before and an after.</summary>
    public static bool AreOneMoment(IReadOnlyList<RatingSeries> shown, HistoryAxis axis) =>
        axis == HistoryAxis.Time && shown.SelectMany(s => s.Points).Select(p => p.At).Distinct().Take(2).Count() == 1;

    /// <summary>Where a history ends.</summary>
    public (double X, double Y) End(RatingSeries series) => (X(Position(series, series.Points.Count)), _y(series.Points[^1].After));

    /// <summary>The corners of a history's line.</summary>
    public IEnumerable<(double X, double Y)> Of(RatingSeries series)
    {
        var points = new List<(double X, double Y)>();
        // A day's step has no moment before it, except on the arena's first day.
        if (series.Points[0].Battle is not null || _isOneMoment)
            points.Add((_isOneMoment ? _left : X(Position(series, 0)), _y(HistoryWords.Start(series, _isOneMoment))));
        for (var i = 1; i <= series.Points.Count; i++)
            points.Add((X(Position(series, i)), _y(series.Points[i - 1].After)));
        return points.Count <= MostPoints ? points : Thinned(points);
    }

    // Of the points that fall on one pixel column: the first, the lowest, the highest and the last, as they came.
    private static IEnumerable<(double X, double Y)> Thinned(List<(double X, double Y)> points) => points
        .Select((p, i) => (p.X, p.Y, Index: i))
        .GroupBy(p => Math.Floor(p.X))
        .SelectMany(g => new[] { g.First(), g.MinBy(p => p.Y), g.MaxBy(p => p.Y), g.Last() }.DistinctBy(p => p.Index).OrderBy(p => p.Index))
        .Select(p => (p.X, p.Y));

    // The zeroth point is the rating before the first battle, which has that battle's moment.
    private double Position(RatingSeries series, int point) =>
        _axis == HistoryAxis.Battles ? point : Seconds(series.Points[Math.Max(0, point - 1)].At);

    private double X(double position) => _left + (position - _first) / (_last - _first) * (_right - _left);

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;
}
