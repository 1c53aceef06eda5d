namespace Arena.Core.Charts;

/// <summary>A straight line from a point to another, in pixels.</summary>
internal readonly record struct Stroke(double X1, double Y1, double X2, double Y2)
{
    /// <summary>Whether the two lines cross.</summary>
    public bool Crosses(Stroke other) =>
        Side(other.X1, other.Y1) * Side(other.X2, other.Y2) < 0 && other.Side(X1, Y1) * other.Side(X2, Y2) < 0;

    private double Side(double x, double y) => (X2 - X1) * (y - Y1) - (Y2 - Y1) * (x - X1);
}
