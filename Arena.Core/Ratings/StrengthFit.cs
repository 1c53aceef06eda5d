namespace Arena.Core.Ratings;

/// <summary>
/// Strengths with intervals and ranks, however they were fitted. Models are numbered from 0, in no order that means anything. A fit
/// speaks of the members who cast the ballots, not of people at large.
/// </summary>
public abstract class StrengthFit
{
    /// <summary>Points of the shown scale for one unit of θ, <c>400 / ln 10</c>: 400 points are odds of ten to one.</summary>
    public const double PointsPerTheta = 173.71779276130073;

    /// <summary>The 97.5th percentile of the normal distribution: 95 % lie within so many standard errors.</summary>
    public const double Z = 1.959963984540054;

    private readonly Dictionary<string, int> _numbers;
    private readonly bool[] _provisional;
    private readonly double[] _theta;

    // The ascent's first numbers are the strengths.
    private protected StrengthFit(PairSums sums, BradleyTerryOptions options, NewtonAscent ascent)
    {
        Options = options;
        Models = [.. sums.Models];
        Records = [.. Enumerable.Range(0, Models.Count).Select(sums.RecordOf)];
        (Battles, Ballots) = (sums.Battles, sums.Ballots);
        (Iterations, LastStep) = (ascent.Iterations, ascent.LastStep);

        _numbers = Models.Index().ToDictionary(m => m.Item, m => m.Index, StringComparer.Ordinal);
        _provisional = [.. Records.Select(r => r.Battles < options.ProvisionalBattles)];
        // With nobody established, everybody sets the zero.
        Centre = _provisional.All(p => p) ? [.. _provisional.Select(_ => true)] : [.. _provisional.Select(p => !p)];
        _theta = Centred(ascent.Theta.AsSpan(0, Models.Count));
    }

    /// <summary>The tags of the models by number: those with at least one battle that was used.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>Wins, losses and ties by verdict, and ballots, by model, in the battles that were used.</summary>
    public IReadOnlyList<BattleRecord> Records { get; }

    /// <summary>Counted battles that were used.</summary>
    public int Battles { get; }

    /// <summary>Counted ballots in them.</summary>
    public long Ballots { get; }

    /// <summary>Σ W: how many independent ballots the battles are worth.</summary>
    public double SumOfWeights { get; private protected init; }

    /// <summary><c>Σ W [S ln p + (1 − S) ln(1 − p)]</c> at the maximum, at most 0.</summary>
    public double LogLikelihood { get; private protected init; }

    /// <summary>The log-likelihood with the phantom games' and with every penalty: what was maximised.</summary>
    public double Objective { get; private protected init; }

    /// <summary>Newton steps taken.</summary>
    public int Iterations { get; }

    /// <summary>The largest change of a number in the last of them; below 1e-10.</summary>
    public double LastStep { get; }

    /// <summary>The rules it was made by.</summary>
    public BradleyTerryOptions Options { get; }

    /// <summary>By model: whether it sets the zero.</summary>
    internal bool[] Centre { get; }

    // Made when first asked for, since it needs the intervals, and those the rest of the fit. Twice at once gives the same.
    private IReadOnlyList<int?> Ranks => field ??= Ranking.ByInterval(
        [.. Enumerable.Range(0, Models.Count).Select(Lower)], [.. Enumerable.Range(0, Models.Count).Select(Upper)], _provisional);

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

    /// <summary>The lower end of the 95 % interval, in points.</summary>
    public double Lower(int model) => Rating(model) - Z * StandardError(model);

    /// <summary>The upper end of the 95 % interval, in points.</summary>
    public double Upper(int model) => Rating(model) + Z * StandardError(model);

    /// <summary><c>1 +</c> the number of models whose lower bound is above this one's upper bound; null for a provisional model.</summary>
    public int? Rank(int model) => Ranks[model];

    /// <summary>The covariance of two strengths, in units of θ².</summary>
    public abstract double Variance(int first, int second);

    /// <summary>The probability that a ballot between the two, of answers of one style, prefers the first, in [0, 1].</summary>
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
}
