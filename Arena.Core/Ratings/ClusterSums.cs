namespace Arena.Core.Ratings;

/// <summary>
/// What the estimate of ρ needs of the battles with n ≥ 2 of a pair. With points <c>c = a + t/2</c> and squares
/// <c>s = a + t/4</c>, <c>Q = a(1 − p)² + b p² + t(½ − p)² = s − 2pc + p²n</c> and <c>E = c − np</c>, so
/// <c>(E² − Q)/(n − 1) = (c² − s)/(n − 1) − 2pc + p²n</c>: both are quadratic in p, and four sums tell them for every p.
/// </summary>
internal struct ClusterSums
{
    public int Battles;
    private double _ballots;
    private double _points;
    private double _squares;
    private double _products;

    /// <summary>Adds a battle with at least two ballots.</summary>
    public void Add(int ballots, double points, double squares)
    {
        Battles++;
        _ballots += ballots;
        _points += points;
        _squares += squares;
        _products += (points * points - squares) / (ballots - 1);
    }

    /// <summary><c>Σ (E² − Q)/(n − 1)</c>: how far ballots of one battle lean the same way.</summary>
    public readonly double Common(double p) => _products - 2 * p * _points + p * p * _ballots;

    /// <summary><c>Σ Q</c>: how far single ballots lie from their expectation.</summary>
    public readonly double Single(double p) => _squares - 2 * p * _points + p * p * _ballots;
}
