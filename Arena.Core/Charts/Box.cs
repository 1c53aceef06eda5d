namespace Arena.Core.Charts;

/// <summary>A rectangle of a picture, in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether the two share a place.</summary>
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether another lies inside.</summary>
    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>The point of the rectangle that is nearest to another point.</summary>
    public (double X, double Y) Nearest(double x, double y) => (Math.Clamp(x, Left, Right), Math.Clamp(y, Top, Bottom));

    /// <summary>Whether a straight line from one point to another enters the rectangle (Liang and Barsky 1984).</summary>
    public bool IsCrossedBy(Stroke line)
    {
        var (dx, dy) = (line.X2 - line.X1, line.Y2 - line.Y1);
        var (enter, leave) = (0.0, 1.0);
        return Cut(-dx, line.X1 - Left, ref enter, ref leave) && Cut(dx, Right - line.X1, ref enter, ref leave)
            && Cut(-dy, line.Y1 - Top, ref enter, ref leave) && Cut(dy, Bottom - line.Y1, ref enter, ref leave) && enter < leave;
    }

    // One edge: a line beside it that lies outside is out; any other is in from, or until, where it crosses.
    private static bool Cut(double p, double q, ref double enter, ref double leave)
    {
        if (p < 0)
            enter = Math.Max(enter, q / p);
        else if (p > 0)
            leave = Math.Min(leave, q / p);
        return p != 0 || q > 0;
    }
}
