namespace Arena.Core.Ratings;

/// <summary>What a Bradley–Terry fit and its sandwich need of the battles of a pair: with weight W and share S, the sums of W, WS, W², W²S, W²S².</summary>
internal struct WeightSums
{
    public double W;
    public double Ws;
    public double Ww;
    public double Wws;
    public double Wwss;

    /// <summary>Adds a battle.</summary>
    public void Add(double weight, double share)
    {
        var squared = weight * weight;
        W += weight;
        Ws += weight * share;
        Ww += squared;
        Wws += squared * share;
        Wwss += squared * share * share;
    }

    /// <summary>The same sums with every weight multiplied by a factor.</summary>
    public readonly WeightSums Times(double factor) => new()
    {
        W = W * factor, Ws = Ws * factor, Ww = Ww * factor * factor, Wws = Wws * factor * factor, Wwss = Wwss * factor * factor,
    };

    /// <summary><c>Σ W² (S − p)²</c>: what the battles of the pair say about the scatter around an expectation.</summary>
    public readonly double SquaredResiduals(double p) => Math.Max(0, Wwss - 2 * p * Wws + p * p * Ww);
}
