namespace Arena.Core.Charts;

/// <summary>
/// Places labels beside dots: never on another label, a dot or a leader, nor outside; where it can, not on lines either. A label
/// that finds no room at its dot stands further off, with a leader to it, which passes no other dot where it need not.
/// </summary>
/// <param name="area">No label leaves it.</param>
internal sealed class LabelPlacer(Box area)
{
    private const double Gap = 5;
    private const double NeedsLeader = 6;
    private const double CrossedLeader = 60;
    private const double CrossedDot = 200;
    private const double Step = 14;
    private const int Directions = 24;
    private static readonly double[] Distances = [0, 6, 12, 24, 38, 54, 72, 92, 116, 144, 180, 220, 270, 330, 400];

    private readonly List<Box> _dots = [];
    private readonly List<Box> _labels = [];
    private readonly List<Stroke> _leaders = [];
    private readonly List<(Stroke Line, double Cost)> _lines = [];

    /// <summary>Something no label may cover.</summary>
    public void AddDot(Box dot) => _dots.Add(dot);

    /// <summary>Something labels keep off where they can.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cost">How many pixels further off a label goes rather than stand on it.</param>
    public void AddLine(Stroke line, double cost) => _lines.Add((line, cost));

    /// <summary>Finds a place for a label, and keeps it free from then on; null when there is none.</summary>
    /// <param name="dot">What it belongs to; already added.</param>
    /// <param name="width">Of the label.</param>
    /// <param name="height">Of the label.</param>
    public PlacedLabel? Place(Box dot, double width, double height)
    {
        PlacedLabel? best = null;
        var least = double.PositiveInfinity;
        foreach (var distance in Distances)
        {
            // Whatever is further off costs at least this.
            if (distance >= least)
                break;
            for (var i = 0; i < Directions; i++)
            {
                if (Candidate(dot, width, height, distance, 2 * Math.PI * i / Directions) is not { } candidate)
                    continue;
                var cost = distance + Preference(i) + Crossings(candidate, dot);
                if (cost < least)
                    (best, least) = (candidate, cost);
            }
        }

        best ??= Anywhere(dot, width, height);
        if (best is not null)
        {
            _labels.Add(best.Box);
            if (best.Leader is { } leader)
                _leaders.Add(leader);
        }

        return best;
    }

    private PlacedLabel? Candidate(Box dot, double width, double height, double distance, double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (x, y) = ((dot.Left + dot.Right) / 2, (dot.Top + dot.Bottom) / 2);
        var way = (dot.Right - dot.Left) / 2 + Gap + distance;
        var box = Around(x + cos * (way + width / 2), y + sin * (way + height / 2), width, height);
        return Candidate(dot, box, distance >= NeedsLeader);
    }

    // The nearest of all places in the field.
    private PlacedLabel? Anywhere(Box dot, double width, double height)
    {
        var (x, y) = ((dot.Left + dot.Right) / 2, (dot.Top + dot.Bottom) / 2);
        var places =
            from middleX in Steps(area.Left + width / 2, area.Right - width / 2)
            from middleY in Steps(area.Top + height / 2, area.Bottom - height / 2)
            orderby Math.Abs(middleX - x) + Math.Abs(middleY - y)
            select Candidate(dot, Around(middleX, middleY, width, height), needsLeader: true);
        return places.FirstOrDefault(p => p is not null);
    }

    private static IEnumerable<double> Steps(double from, double to)
    {
        for (var at = from; at <= to; at += Step)
            yield return at;
    }

    private static Box Around(double x, double y, double width, double height) => new(x - width / 2, y - height / 2, x + width / 2, y + height / 2);

    private PlacedLabel? Candidate(Box dot, Box box, bool needsLeader)
    {
        if (!area.Holds(box) || _dots.Any(box.Overlaps) || _labels.Any(box.Overlaps) || _leaders.Any(box.IsCrossedBy))
            return null;
        if (!needsLeader)
            return new PlacedLabel(box, null);

        var (x, y) = ((dot.Left + dot.Right) / 2, (dot.Top + dot.Bottom) / 2);
        var (toX, toY) = box.Nearest(x, y);
        var leader = new Stroke(x, y, toX, toY);
        return _labels.Any(l => l.IsCrossedBy(leader)) ? null : new PlacedLabel(box, leader);
    }

    // Right of the dot reads best, then left of it.
    private static double Preference(int direction) => direction == 0 ? 0 : direction == Directions / 2 ? 2 : 4;

    private double Crossings(PlacedLabel label, Box dot)
    {
        var cost = _lines.Where(l => label.Box.IsCrossedBy(l.Line)).Sum(l => l.Cost);
        return label.Leader is { } leader
            ? cost + CrossedLeader * _leaders.Count(leader.Crosses) + CrossedDot * _dots.Count(d => d != dot && d.IsCrossedBy(leader))
            : cost;
    }
}
