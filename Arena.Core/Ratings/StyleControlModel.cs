namespace Arena.Core.Ratings;

/// <summary>
/// <c>logit p = θ_A − θ_B + Σ β_f x_f</c> over the battles: its objective, its derivatives and what the battles scatter around it.
/// A point is all θ by model, then all β.
/// </summary>
internal sealed class StyleControlModel(StyleControlBattles battles, double prior) : IConcave
{
    private const double Ridge = 0.5;

    private readonly int _models = battles.Sums.Models.Count;

    /// <summary>How many numbers a point has.</summary>
    public int Size => _models + StyleDifference.Count;

    /// <summary>Σ W.</summary>
    public double SumOfWeights
    {
        get
        {
            var sum = 0.0;
            foreach (ref readonly var battle in battles.All)
                sum += battle.Weight;
            return sum;
        }
    }

    /// <summary><c>Σ W [S ln p + (1 − S) ln(1 − p)]</c>.</summary>
    public double LogLikelihood(ReadOnlySpan<double> at)
    {
        var sum = 0.0;
        foreach (ref readonly var battle in battles.All)
        {
            var logit = Logit(battle, at);
            sum += battle.Weight * (Logistic.LogSigma(logit) - (1 - battle.Share) * logit);
        }

        return sum;
    }

    /// <summary>The log-likelihood with half of the phantom games won and half lost, less <c>½ · 0.5 Σ β²</c>.</summary>
    public double Objective(ReadOnlySpan<double> at)
    {
        var sum = LogLikelihood(at);
        foreach (var theta in at[.._models])
            sum += prior / 2 * (2 * Logistic.LogSigma(theta) - theta);
        foreach (var beta in at[_models..])
            sum -= Ridge / 2 * beta * beta;
        return sum;
    }

    public void Gradient(ReadOnlySpan<double> at, Span<double> gradient)
    {
        for (var i = 0; i < _models; i++)
            gradient[i] = prior * (0.5 - Logistic.Sigma(at[i]));
        for (var i = _models; i < Size; i++)
            gradient[i] = -Ridge * at[i];
        foreach (ref readonly var battle in battles.All)
        {
            var pull = battle.Weight * (battle.Share - Logistic.Sigma(Logit(battle, at)));
            gradient[battle.A] += pull;
            gradient[battle.B] -= pull;
            for (var f = 0; f < StyleDifference.Count; f++)
                gradient[_models + f] += pull * battle.Style[f];
        }
    }

    /// <inheritdoc/>
    /// <remarks>Without a prior all θ can be moved together, and <c>11ᵀ/M</c> is added to hold them.</remarks>
    public SquareMatrix Curvature(ReadOnlySpan<double> at)
    {
        var h = new SquareMatrix(Size);
        for (var i = 0; i < _models; i++)
        {
            if (prior == 0)
                h.Row(i)[..(i + 1)].Fill(1.0 / _models);
            h[i, i] += prior * Logistic.Sigma(at[i]) * Logistic.Sigma(-at[i]);
        }

        for (var i = _models; i < Size; i++)
            h[i, i] = Ridge;
        foreach (ref readonly var battle in battles.All)
        {
            var p = Logistic.Sigma(Logit(battle, at));
            AddSquare(h, battle, battle.Weight * p * (1 - p));
        }

        return Mirrored(h);
    }

    /// <summary>The covariance <c>V = C H⁻¹ G H⁻¹ Cᵀ</c> of all θ, brought to their zero, and all β: see <see cref="Sandwich"/>.</summary>
    /// <param name="at">The maximum.</param>
    /// <param name="zero">The models whose mean θ is subtracted from all θ.</param>
    public SquareMatrix Variance(ReadOnlySpan<double> at, ReadOnlySpan<int> zero)
    {
        var bread = new Cholesky(Curvature(at)).Inverse();
        var mean = new double[Size];
        foreach (var model in zero)
            Vectors.AddScaled(mean, bread.Row(model), 1.0 / zero.Length);
        for (var i = 0; i < _models; i++)
            Vectors.AddScaled(bread.Row(i), mean, -1);
        return Sandwich.ProductWithTransposed(Sandwich.Product(bread, Scatter(at)), bread);
    }

    // G of the sandwich: each battle a cluster of its own, each phantom game too; nothing for the penalty on β.
    private SquareMatrix Scatter(ReadOnlySpan<double> at)
    {
        var scatter = new SquareMatrix(Size);
        foreach (ref readonly var battle in battles.All)
        {
            var pull = battle.Weight * (battle.Share - Logistic.Sigma(Logit(battle, at)));
            AddSquare(scatter, battle, pull * pull);
        }

        for (var i = 0; i < _models; i++)
        {
            var q = Logistic.Sigma(at[i]);
            scatter[i, i] += prior / 2 * ((1 - q) * (1 - q) + q * q);
        }

        return Mirrored(scatter);
    }

    private double Logit(in StyledBattle battle, ReadOnlySpan<double> at)
    {
        var logit = at[battle.A] - at[battle.B];
        for (var f = 0; f < StyleDifference.Count; f++)
            logit += at[_models + f] * battle.Style[f];
        return logit;
    }

    // Adds weight × x xᵀ to the lower triangle, where x is +1 at A, −1 at B and the style differences at β.
    private void AddSquare(SquareMatrix matrix, in StyledBattle battle, double weight)
    {
        matrix[battle.A, battle.A] += weight;
        matrix[battle.B, battle.B] += weight;
        matrix[Math.Max(battle.A, battle.B), Math.Min(battle.A, battle.B)] -= weight;
        for (var f = 0; f < StyleDifference.Count; f++)
        {
            var row = matrix.Row(_models + f);
            var part = weight * battle.Style[f];
            row[battle.A] += part;
            row[battle.B] -= part;
            for (var g = 0; g <= f; g++)
                row[_models + g] += part * battle.Style[g];
        }
    }

    private static SquareMatrix Mirrored(SquareMatrix lower)
    {
        for (var i = 0; i < lower.Size; i++)
        for (var j = 0; j < i; j++)
            lower[j, i] = lower[i, j];
        return lower;
    }
}
