namespace Arena.Core.Ratings;

/// <summary>The pairs of a fit with their weighted sums, and the objective of Bradley–Terry over them.</summary>
internal sealed class WeightedPairs : IConcave
{
    private readonly (int Low, int High, WeightSums Sums)[] _pairs;
    private readonly double _prior;

    public WeightedPairs(int modelCount, (int Low, int High, WeightSums Sums)[] pairs, double prior)
    {
        ModelCount = modelCount;
        _pairs = pairs;
        _prior = prior;
    }

    public WeightedPairs(PairSums sums, BradleyTerryOptions options)
        : this(sums.Models.Count, new (int, int, WeightSums)[sums.Pairs.Length], options.Prior)
    {
        var scale = Scale(options.DrawWeights, sums);
        for (var i = 0; i < _pairs.Length; i++)
        {
            ref readonly var pair = ref sums.Pairs[i];
            var unscaled = options.DrawWeights == DrawWeights.Drawn ? pair.Drawn : pair.Plain;
            _pairs[i] = (pair.Low, pair.High, unscaled.Times(scale(pair.Battles)));
        }
    }

    public int ModelCount { get; }

    public ReadOnlySpan<(int Low, int High, WeightSums Sums)> Pairs => _pairs;

    public double SumOfWeights => _pairs.Sum(p => p.Sums.W);

    /// <inheritdoc cref="Scale(DrawWeights, int, int, double)"/>
    public static Func<int, double> Scale(DrawWeights weights, PairSums sums) =>
        Scale(weights, sums.Battles, sums.Models.Count, sums.SumOfDrawn);

    /// <summary>What the weights of a pair's battles are to be multiplied by, by the number of its battles: see <see cref="DrawWeights"/>.</summary>
    /// <param name="weights">Which.</param>
    /// <param name="battles">All counted battles.</param>
    /// <param name="models">All models in the fit.</param>
    /// <param name="sumOfDrawn">The sum of the clipped draw ratios over the battles.</param>
    public static Func<int, double> Scale(DrawWeights weights, int battles, int models, double sumOfDrawn)
    {
        var perPair = battles / (models * (models - 1) / 2.0);
        return weights switch
        {
            DrawWeights.Pairs => ofPair => Math.Clamp((perPair + 50) / (ofPair + 50), 0.2, 5),
            DrawWeights.Drawn => _ => battles / sumOfDrawn,
            _ => _ => 1,
        };
    }

    /// <summary><c>Σ W [S ln p + (1 − S) ln(1 − p)]</c>.</summary>
    public double LogLikelihood(ReadOnlySpan<double> theta)
    {
        var sum = 0.0;
        foreach (ref readonly var pair in _pairs.AsSpan())
        {
            var difference = theta[pair.Low] - theta[pair.High];
            var log = Logistic.LogSigma(difference);
            // ln(1 − p) = ln p − difference
            sum += pair.Sums.W * log - (pair.Sums.W - pair.Sums.Ws) * difference;
        }

        return sum;
    }

    /// <summary>The log-likelihood and <c>(m/2) Σ_i [ln σ(θ_i) + ln σ(−θ_i)]</c>: phantom games, half won and half lost, against a rival fixed at 0.</summary>
    public double Objective(ReadOnlySpan<double> theta)
    {
        var phantom = 0.0;
        foreach (var t in theta)
            phantom += 2 * Logistic.LogSigma(t) - t;
        return LogLikelihood(theta) + _prior / 2 * phantom;
    }

    /// <summary>Writes the slope of the objective.</summary>
    public void Gradient(ReadOnlySpan<double> theta, Span<double> gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = _prior * (0.5 - Logistic.Sigma(theta[i]));
        foreach (ref readonly var pair in _pairs.AsSpan())
        {
            var residual = pair.Sums.Ws - pair.Sums.W * Logistic.Sigma(theta[pair.Low] - theta[pair.High]);
            gradient[pair.Low] += residual;
            gradient[pair.High] -= residual;
        }
    }

    /// <summary>
    /// <c>H = Σ W p(1 − p) xxᵀ + diag(m q(1 − q))</c>, the curvature of the objective with the sign turned. Without a prior all
    /// strengths can be moved together, and <c>11ᵀ/M</c> is added to hold them.
    /// </summary>
    public SquareMatrix Curvature(ReadOnlySpan<double> theta)
    {
        var h = new SquareMatrix(ModelCount);
        if (_prior == 0)
        {
            for (var i = 0; i < ModelCount; i++)
                h.Row(i).Fill(1.0 / ModelCount);
        }

        for (var i = 0; i < ModelCount; i++)
            h[i, i] += _prior * Logistic.Sigma(theta[i]) * Logistic.Sigma(-theta[i]);
        foreach (ref readonly var pair in _pairs.AsSpan())
        {
            var difference = theta[pair.Low] - theta[pair.High];
            AddPair(h, pair.Low, pair.High, pair.Sums.W * Logistic.Sigma(difference) * Logistic.Sigma(-difference));
        }

        return h;
    }

    /// <summary><c>Σ_battles W² (S − p)² xxᵀ</c>: the scatter of the scores, battle by battle, without that of the phantom games.</summary>
    public SquareMatrix Scatter(ReadOnlySpan<double> theta)
    {
        var g = new SquareMatrix(ModelCount);
        foreach (ref readonly var pair in _pairs.AsSpan())
            AddPair(g, pair.Low, pair.High, pair.Sums.SquaredResiduals(Logistic.Sigma(theta[pair.Low] - theta[pair.High])));
        return g;
    }

    /// <summary><c>(m/2) [(1 − q)² + q²]</c>: the scatter of a model's phantom games.</summary>
    public double PhantomScatter(double theta)
    {
        var q = Logistic.Sigma(theta);
        return _prior / 2 * ((1 - q) * (1 - q) + q * q);
    }

    // value × xxᵀ, where x is +1 at one and −1 at the other.
    private static void AddPair(SquareMatrix matrix, int low, int high, double value)
    {
        matrix[low, low] += value;
        matrix[high, high] += value;
        matrix[low, high] -= value;
        matrix[high, low] -= value;
    }
}
