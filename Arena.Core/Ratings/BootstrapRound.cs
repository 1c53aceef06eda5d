namespace Arena.Core.Ratings;

/// <summary>
/// Draws and fits, one round after the other, on one thread. A round lies close to the fit, so it starts there and walks with the
/// fit's own curvature, factored once: steps are cheap and shrink fast. Where they do not, because there is little to draw from, it
/// walks with the round's curvature at the same place, and where that fails too, Newton's method takes over.
/// </summary>
internal sealed class BootstrapRound
{
    private const double Tolerance = 1e-9;
    private const int MostSteps = 60;
    private const int MostDraws = 10_000;

    // Beyond this e^θ is no number to divide by.
    private const double LargestTheta = 300;

    private readonly ResamplingPlan _plan;
    private readonly BradleyTerryFit _fit;
    private readonly Cholesky _curvature;
    private readonly ResampledPair[] _sums;
    private readonly double[] _odds;
    private readonly double[] _step;
    private readonly bool[] _reached;
    private double[] _theta;
    private double[] _centred = [];

    /// <param name="plan">How battles are drawn.</param>
    /// <param name="fit">The fit to them.</param>
    /// <param name="curvature">The fit's H.</param>
    public BootstrapRound(ResamplingPlan plan, BradleyTerryFit fit, Cholesky curvature)
    {
        (_plan, _fit, _curvature) = (plan, fit, curvature);
        _sums = new ResampledPair[plan.Classes.Pairs.Length];
        _theta = new double[fit.Models.Count];
        _odds = new double[fit.Models.Count];
        _step = new double[fit.Models.Count];
        _reached = new bool[fit.Models.Count];
    }

    /// <summary>A model's rating in the last round, in points.</summary>
    public double Rating(int model) => BradleyTerryFit.RatingOf(_centred[model]);

    /// <summary>Draws and fits a round.</summary>
    /// <returns>How many draws were thrown away before.</returns>
    public int Run(RandomStream random, CancellationToken cancellationToken)
    {
        var draws = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (draws++ == MostDraws)
                throw new InvalidOperationException("These battles connect the models by too little to be drawn anew without a prior. Set a prior.");
            _plan.Draw(ref random, _sums);
        }
        while (_fit.Options.Prior == 0 && !IsConnected());

        if (!Walk(_curvature) && !Walk(new Cholesky(Resampled().Curvature(_fit.Uncentred))))
            _theta = NewtonAscent.Run(Resampled(), [.. _fit.Uncentred], cancellationToken).Theta;
        _centred = _fit.Centred(_theta);
        return draws - 1;
    }

    // From the fit to the maximum of the round; false where the steps do not shrink.
    private bool Walk(Cholesky curvature)
    {
        _fit.Uncentred.CopyTo(_theta, 0);
        var before = double.PositiveInfinity;
        for (var i = 0; i < MostSteps; i++)
        {
            if (!Gradient())
                return false;
            curvature.Solve(_step);
            var largest = 0.0;
            for (var model = 0; model < _theta.Length; model++)
            {
                _theta[model] += _step[model];
                largest = Math.Max(largest, Math.Abs(_step[model]));
            }

            if (largest < Tolerance)
                return true;
            if (!(largest < before))
                return false;
            before = largest;
        }

        return false;
    }

    // The slope of the round's objective; false where it can not be had this way. p = e^θ_low / (e^θ_low + e^θ_high) costs a
    // division a pair where σ would cost an exponential.
    private bool Gradient()
    {
        for (var i = 0; i < _theta.Length; i++)
        {
            if (!(Math.Abs(_theta[i]) < LargestTheta))
                return false;
            _odds[i] = Math.Exp(_theta[i]);
            _step[i] = _fit.Options.Prior * (0.5 - _odds[i] / (1 + _odds[i]));
        }

        var sums = _sums;
        var pairs = _plan.Classes.Pairs[..sums.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            var (low, high) = pairs[i];
            var residual = sums[i].Ws - sums[i].W * _odds[low] / (_odds[low] + _odds[high]);
            _step[low] += residual;
            _step[high] -= residual;
        }

        return true;
    }

    private WeightedPairs Resampled()
    {
        var pairs = new (int, int, WeightSums)[_sums.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var (low, high) = _plan.Classes.Pairs[i];
            pairs[i] = (low, high, _sums[i].Weighted);
        }

        return new WeightedPairs(_theta.Length, pairs, _fit.Options.Prior);
    }

    // Whether the first model reaches all others, and all others it, along shares that were taken.
    private bool IsConnected() => AllReached(forward: true) && AllReached(forward: false);

    private bool AllReached(bool forward)
    {
        Array.Clear(_reached);
        _reached[0] = true;
        bool grows;
        do
        {
            grows = false;
            for (var i = 0; i < _sums.Length; i++)
            {
                var (low, high) = _plan.Classes.Pairs[i];
                var (down, up) = forward ? (_sums[i].LowTookSome, _sums[i].HighTookSome) : (_sums[i].HighTookSome, _sums[i].LowTookSome);
                if (down && _reached[low] && !_reached[high])
                    grows = _reached[high] = true;
                if (up && _reached[high] && !_reached[low])
                    grows = _reached[low] = true;
            }
        }
        while (grows);

        return Array.TrueForAll(_reached, r => r);
    }
}
