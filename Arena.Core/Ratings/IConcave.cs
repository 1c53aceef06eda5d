namespace Arena.Core.Ratings;

/// <summary>A function with one maximum, as <see cref="NewtonAscent"/> climbs it.</summary>
internal interface IConcave
{
    /// <summary>Its value at a point.</summary>
    double Objective(ReadOnlySpan<double> at);

    /// <summary>Writes its slope at a point.</summary>
    void Gradient(ReadOnlySpan<double> at, Span<double> gradient);

    /// <summary>The second derivatives at a point, with the sign turned: positive definite.</summary>
    SquareMatrix Curvature(ReadOnlySpan<double> at);
}
