namespace Arena.Core.Ratings;

/// <summary>
/// A Bradley–Terry fit: strengths with intervals and ranks. Models are numbered from 0, in no order that means anything. It speaks of
/// the members who cast the ballots, not of people at large.
/// </summary>
public sealed class BradleyTerryFit : IStrengthFit
{
    /// <summary>Points of the shown scale for one unit of θ, <c>400 / ln 10</c>: 400 points are odds of ten to one.</summary>
    public const double PointsPerTheta = 173.71779276130073;

    /// <summary>The 97.5th percentile of the normal distribution: 95 % lie within so many standard errors.</summary>
    public const double Z = 1.959963984540054;

    private readonly Dictionary<string, int> _numbers;
    private readonly bool[] _provisional;
    private readonly double[] _theta;
    private readonly double[] _dataOnly;
    private readonly double[] _variance;
    private readonly IReadOnlyList<int?> _ranks;

    internal BradleyTerryFit(PairSums sums, BradleyTerryOptions options, WeightedPairs pairs, NewtonAscent ascent)
    {
        Options = options;
        Models = [.. sums.Models];
        Records = [.. Enumerable.Range(0, Models.Count).Select(sums.RecordOf)];
        (Battles, Ballots) = (sums.Battles, sums.Ballots);
        (Iterations, LastStep) = (ascent.Iterations, ascent.LastStep);
        SumOfWeights = pairs.SumOfWeights;
        LogLikelihood = pairs.LogLikelihood(ascent.Theta);
        Objective = pairs.Objective(ascent.Theta);
        (RhoEstimate, BattlesOfTwoOrMore) = EstimateRho(sums, ascent.Theta);

        _numbers = Models.Index().ToDictionary(m => m.Item, m => m.Index, StringComparer.Ordinal);
        _provisional = [.. Records.Select(r => r.Battles < options.ProvisionalBattles)];
        // With nobody established, everybody sets the zero.
        Centre = _provisional.All(p => p) ? [.. _provisional.Select(_ => true)] : [.. _provisional.Select(p => !p)];
        Uncentred = ascent.Theta;
        _theta = Centred(ascent.Theta);

        var sandwich = Sandwich.At(pairs, ascent.Theta, Centre);
        _dataOnly = sandwich.DataOnly;
        _variance = Packed(sandwich.Variance);
        _ranks = Ranking.ByInterval(
            [.. Enumerable.Range(0, Models.Count).Select(Lower)], [.. Enumerable.Range(0, Models.Count).Select(Upper)], _provisional);
    }

    /// <summary>The tags of the models by number: those with at least one counted battle.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>Wins, losses and ties by verdict, and ballots, by model.</summary>
    public IReadOnlyList<BattleRecord> Records { get; }

    /// <summary>Counted battles.</summary>
    public int Battles { get; }

    /// <summary>Counted ballots.</summary>
    public long Ballots { get; }

    /// <summary>Σ W: how many independent ballots the battles are worth.</summary>
    public double SumOfWeights { get; }

    /// <summary><c>Σ W [S ln p + (1 − S) ln(1 − p)]</c> at the maximum, at most 0.</summary>
    public double LogLikelihood { get; }

    /// <summary>The log-likelihood with the phantom games': what was maximised.</summary>
    public double Objective { get; }

    /// <summary>Newton steps taken.</summary>
    public int Iterations { get; }

    /// <summary>The largest change of a θ in the last of them; below 1e-10 when it converged.</summary>
    public double LastStep { get; }

    /// <summary>
    /// ρ̂, what these battles say about the correlation of ballots within a battle:
    /// <c>Σ (E² − Q)/(n − 1) / Σ Q</c> over battles with n ≥ 2, where <c>E = n(S − p)</c> and <c>Q = a(1 − p)² + b p² + t(½ − p)²</c>.
    /// Null without such a battle. It is reported, not plugged in.
    /// </summary>
    public double? RhoEstimate { get; }

    /// <summary>Battles with at least two counted ballots, which <see cref="RhoEstimate"/> rests on.</summary>
    public int BattlesOfTwoOrMore { get; }

    /// <summary>The rules it was made by.</summary>
    public BradleyTerryOptions Options { get; }

    /// <summary>The maximum before centring.</summary>
    internal double[] Uncentred { get; }

    /// <summary>By model: whether it sets the zero.</summary>
    internal bool[] Centre { get; }

    /// <summary>A strength on the shown scale, <c>1000 + θ × 400 / ln 10</c>.</summary>
    public static double RatingOf(double theta) => 1000 + theta * PointsPerTheta;

    /// <summary>The model's number; null if it is not in the fit.</summary>
    public int? NumberOf(string tag) => _numbers.TryGetValue(tag, out var number) ? number : null;

    /// <summary>Whether the model has too few battles for a rank.</summary>
    public bool IsProvisional(int model) => _provisional[model];

    /// <summary>The strength; the mean of the models that are not provisional (of all, if all are) is 0.</summary>
    public double Theta(int model) => _theta[model];

    /// <summary>The strength in points.</summary>
    public double Rating(int model) => RatingOf(_theta[model]);

    /// <summary>The cluster-robust standard error in points.</summary>
    public double StandardError(int model) => Math.Sqrt(Variance(model, model)) * PointsPerTheta;

    /// <summary>The standard error in points without the scatter of the phantom games: what the battles alone say.</summary>
    public double StandardErrorOfData(int model) => Math.Sqrt(_dataOnly[model]) * PointsPerTheta;

    /// <summary>The lower end of the 95 % interval, in points.</summary>
    public double Lower(int model) => Rating(model) - Z * StandardError(model);

    /// <summary>The upper end of the 95 % interval, in points.</summary>
    public double Upper(int model) => Rating(model) + Z * StandardError(model);

    /// <summary><c>1 +</c> the number of models whose lower bound is above this one's upper bound; null for a provisional model.</summary>
    public int? Rank(int model) => _ranks[model];

    /// <summary>The covariance of two strengths, in units of θ².</summary>
    public double Variance(int first, int second) =>
        first >= second ? _variance[first * (first + 1) / 2 + second] : Variance(second, first);

    /// <summary>The standard error of <c>θ_first − θ_second</c>: <c>√(V_ii + V_jj − 2 V_ij)</c>.</summary>
    public double DifferenceError(int first, int second) =>
        Math.Sqrt(Math.Max(0, Variance(first, first) + Variance(second, second) - 2 * Variance(first, second)));

    /// <summary>The probability that a ballot between the two prefers the first, in [0, 1].</summary>
    public double Probability(int first, int second) => Logistic.Sigma(_theta[first] - _theta[second]);

    /// <summary>Strengths brought to the zero of this fit.</summary>
    internal double[] Centred(ReadOnlySpan<double> theta)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < theta.Length; i++)
        {
            if (Centre[i])
                (sum, count) = (sum + theta[i], count + 1);
        }

        var centred = new double[theta.Length];
        for (var i = 0; i < theta.Length; i++)
            centred[i] = theta[i] - sum / count;
        return centred;
    }

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
