namespace Arena.Core.Ratings;

/// <summary>A Bradley–Terry fit, see <see cref="BradleyTerry"/>.</summary>
public sealed class BradleyTerryFit : StrengthFit
{
    private readonly double[] _dataOnly;
    private readonly double[] _variance;

    internal BradleyTerryFit(PairSums sums, BradleyTerryOptions options, WeightedPairs pairs, NewtonAscent ascent) : base(sums, options, ascent)
    {
        SumOfWeights = pairs.SumOfWeights;
        LogLikelihood = pairs.LogLikelihood(ascent.Theta);
        Objective = pairs.Objective(ascent.Theta);
        (RhoEstimate, BattlesOfTwoOrMore) = EstimateRho(sums, ascent.Theta);
        Uncentred = ascent.Theta;
        var sandwich = Sandwich.At(pairs, ascent.Theta, Centre);
        _dataOnly = sandwich.DataOnly;
        _variance = Packed(sandwich.Variance);
    }

    /// <summary>
    /// ρ̂, what these battles say about the correlation of ballots within a battle:
    /// <c>Σ (E² − Q)/(n − 1) / Σ Q</c> over battles with n ≥ 2, where <c>E = n(S − p)</c> and <c>Q = a(1 − p)² + b p² + t(½ − p)²</c>.
    /// Null without such a battle. It is reported, not plugged in.
    /// </summary>
    public double? RhoEstimate { get; }

    /// <summary>Battles with at least two counted ballots, which <see cref="RhoEstimate"/> rests on.</summary>
    public int BattlesOfTwoOrMore { get; }

    /// <summary>The maximum before centring.</summary>
    internal double[] Uncentred { get; }

    /// <summary>The standard error in points without the scatter of the phantom games: what the battles alone say.</summary>
    public double StandardErrorOfData(int model) => Math.Sqrt(_dataOnly[model]) * PointsPerTheta;

    /// <inheritdoc/>
    public override double Variance(int first, int second) =>
        first >= second ? _variance[first * (first + 1) / 2 + second] : Variance(second, first);

    /// <summary>The standard error of <c>θ_first − θ_second</c>: <c>√(V_ii + V_jj − 2 V_ij)</c>.</summary>
    public double DifferenceError(int first, int second) =>
        Math.Sqrt(Math.Max(0, Variance(first, first) + Variance(second, second) - 2 * Variance(first, second)));

    // The lower triangle, row after row: half of the room.
    private static double[] Packed(SquareMatrix symmetric)
    {
        var packed = new double[symmetric.Size * (symmetric.Size + 1) / 2];
        for (var i = 0; i < symmetric.Size; i++)
            symmetric.Row(i)[..(i + 1)].CopyTo(packed.AsSpan(i * (i + 1) / 2));
        return packed;
    }

    private static (double? Rho, int Battles) EstimateRho(PairSums sums, ReadOnlySpan<double> theta)
    {
        var (common, single, battles) = (0.0, 0.0, 0);
        foreach (ref readonly var pair in sums.Pairs)
        {
            var p = Logistic.Sigma(theta[pair.Low] - theta[pair.High]);
            common += pair.Clusters.Common(p);
            single += pair.Clusters.Single(p);
            battles += pair.Clusters.Battles;
        }

        return (battles > 0 && single > 0 ? common / single : null, battles);
    }
}
