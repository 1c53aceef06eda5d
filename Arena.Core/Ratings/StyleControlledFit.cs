namespace Arena.Core.Ratings;

/// <summary>Strengths with style held equal, and what style is worth. Read like a <see cref="BradleyTerryFit"/>.</summary>
public sealed class StyleControlledFit : IStrengthFit
{
    private readonly Dictionary<string, int> _numbers;
    private readonly bool[] _provisional;
    private readonly double[] _theta;
    private readonly SquareMatrix _variance;
    private readonly IReadOnlyList<int?> _ranks;

    internal StyleControlledFit(StyleControlBattles battles, BradleyTerryOptions options, StyleControlModel model, NewtonAscent ascent)
    {
        Options = options;
        Models = [.. battles.Sums.Models];
        Records = [.. Enumerable.Range(0, Models.Count).Select(battles.Sums.RecordOf)];
        (Battles, Ballots, BattlesLeftOut) = (battles.Sums.Battles, battles.Sums.Ballots, battles.LeftOut);
        (Iterations, LastStep) = (ascent.Iterations, ascent.LastStep);
        SumOfWeights = model.SumOfWeights;
        LogLikelihood = model.LogLikelihood(ascent.Theta);
        Objective = model.Objective(ascent.Theta);

        _numbers = Models.Index().ToDictionary(m => m.Item, m => m.Index, StringComparer.Ordinal);
        _provisional = [.. Records.Select(r => r.Battles < options.ProvisionalBattles)];
        // With nobody established, everybody sets the zero.
        var zero = Enumerable.Range(0, Models.Count).Where(i => !_provisional[i] || _provisional.All(p => p)).ToArray();
        var mean = zero.Sum(i => ascent.Theta[i]) / zero.Length;
        _theta = [.. ascent.Theta.Take(Models.Count).Select(theta => theta - mean)];
        _variance = model.Variance(ascent.Theta, zero);
        _ranks = Ranking.ByInterval(
            [.. Enumerable.Range(0, Models.Count).Select(Lower)], [.. Enumerable.Range(0, Models.Count).Select(Upper)], _provisional);
        Covariates = [.. StyleDifference.Names.Select((name, f) => Covariate(name, battles.RootMeanSquare[f], ascent.Theta, Models.Count + f))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Models { get; }

    /// <inheritdoc/>
    public IReadOnlyList<BattleRecord> Records { get; }

    /// <summary>Counted battles whose answers were both measured.</summary>
    public int Battles { get; }

    /// <inheritdoc/>
    public long Ballots { get; }

    /// <summary>Counted battles that were left out, because the style of an answer was not recorded.</summary>
    public int BattlesLeftOut { get; }

    /// <summary>What each property of an answer is worth: tokens, headings, list_items, bold.</summary>
    public IReadOnlyList<StyleCovariate> Covariates { get; }

    /// <summary>Σ W: how many independent ballots the battles are worth.</summary>
    public double SumOfWeights { get; }

    /// <summary><c>Σ W [S ln p + (1 − S) ln(1 − p)]</c> at the maximum, at most 0.</summary>
    public double LogLikelihood { get; }

    /// <summary>The log-likelihood with the phantom games', less the penalty on β: what was maximised.</summary>
    public double Objective { get; }

    /// <summary>Newton steps taken.</summary>
    public int Iterations { get; }

    /// <summary>The largest change of a θ or β in the last of them; below 1e-10 when it converged.</summary>
    public double LastStep { get; }

    /// <inheritdoc/>
    public BradleyTerryOptions Options { get; }

    /// <inheritdoc/>
    public int? NumberOf(string tag) => _numbers.TryGetValue(tag, out var number) ? number : null;

    /// <inheritdoc/>
    public bool IsProvisional(int model) => _provisional[model];

    /// <inheritdoc/>
    public double Theta(int model) => _theta[model];

    /// <inheritdoc/>
    public double Rating(int model) => BradleyTerryFit.RatingOf(_theta[model]);

    /// <inheritdoc/>
    public double StandardError(int model) => Math.Sqrt(Variance(model, model)) * BradleyTerryFit.PointsPerTheta;

    /// <inheritdoc/>
    public double Lower(int model) => Rating(model) - BradleyTerryFit.Z * StandardError(model);

    /// <inheritdoc/>
    public double Upper(int model) => Rating(model) + BradleyTerryFit.Z * StandardError(model);

    /// <inheritdoc/>
    public int? Rank(int model) => _ranks[model];

    /// <inheritdoc/>
    public double Variance(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)first, (uint)Models.Count, nameof(first));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)second, (uint)Models.Count, nameof(second));
        return _variance[first, second];
    }

    /// <summary>The probability that a ballot between two answers of the same style prefers the first, in [0, 1].</summary>
    public double Probability(int first, int second) => Logistic.Sigma(_theta[first] - _theta[second]);

    private StyleCovariate Covariate(string name, double rootMeanSquare, double[] point, int at) => new(
        name, rootMeanSquare, point[at], point[at] * BradleyTerryFit.PointsPerTheta,
        Math.Sqrt(_variance[at, at]) * BradleyTerryFit.PointsPerTheta);
}
