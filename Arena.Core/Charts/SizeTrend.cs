using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>The rating that goes with a size: a straight line over the logarithm of the size.</summary>
/// <param name="AtOne">Rating at a billion parameters.</param>
/// <param name="PerDoubling">What twice the size adds.</param>
public sealed record SizeTrend(double AtOne, double PerDoubling)
{
    /// <summary>With fewer models a line says nothing about them.</summary>
    public const int LeastModels = 3;

    /// <summary>The rating of the line at a size in billions of parameters.</summary>
    public double At(double billions) => AtOne + PerDoubling * Math.Log2(billions);

    /// <summary>
    /// Least squares through models of known size; provisional ones only where there are too few others. Null when there are too few,
    /// or all have the same size.
    /// </summary>
    public static SizeTrend? Of(IReadOnlyList<Standing> sized)
    {
        var ranked = sized.Where(r => !r.IsProvisional).ToList();
        var used = ranked.Count >= LeastModels ? ranked : sized;
        if (used.Count < LeastModels)
            return null;
        var points = used.Select(r => (X: Math.Log2(r.Model.ParametersBillions!.Value), Y: r.Rating)).ToList();
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        var spread = points.Sum(p => (p.X - x) * (p.X - x));
        if (spread < 1e-9)
            return null;
        var slope = points.Sum(p => (p.X - x) * (p.Y - y)) / spread;
        return new SizeTrend(y - slope * x, slope);
    }
}
