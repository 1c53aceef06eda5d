namespace Arena.Core.Ratings;

/// <summary>Strengths with style held equal, and what style is worth. See <see cref="StyleControl"/>.</summary>
public sealed class StyleControlledFit : StrengthFit
{
    private readonly SquareMatrix _variance;

    internal StyleControlledFit(StyleControlBattles battles, BradleyTerryOptions options, StyleControlModel model, NewtonAscent ascent)
        : base(battles.Sums, options, ascent)
    {
        BattlesLeftOut = battles.LeftOut;
        SumOfWeights = model.SumOfWeights;
        LogLikelihood = model.LogLikelihood(ascent.Theta);
        Objective = model.Objective(ascent.Theta);
        _variance = model.Variance(ascent.Theta, [.. Enumerable.Range(0, Models.Count).Where(i => Centre[i])]);
        Covariates = [.. StyleDifference.Names.Select((name, f) => Covariate(name, battles.RootMeanSquare[f], ascent.Theta, Models.Count + f))];
    }

    /// <summary>Counted battles that were left out, because the style of an answer was not recorded.</summary>
    public int BattlesLeftOut { get; }

    /// <summary>What each property of an answer is worth: tokens, headings, list_items, bold.</summary>
    public IReadOnlyList<StyleCovariate> Covariates { get; }

    /// <inheritdoc/>
    public override double Variance(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)first, (uint)Models.Count, nameof(first));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)second, (uint)Models.Count, nameof(second));
        return _variance[first, second];
    }

    private StyleCovariate Covariate(string name, double rootMeanSquare, double[] point, int at) => new(
        name, rootMeanSquare, point[at], point[at] * PointsPerTheta,
        Math.Sqrt(_variance[at, at]) * PointsPerTheta);
}
