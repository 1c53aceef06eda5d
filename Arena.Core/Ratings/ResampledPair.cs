namespace Arena.Core.Ratings;

/// <summary>What a pair's battles, drawn anew, sum up to.</summary>
internal struct ResampledPair
{
    public double W;
    public double Ws;
    public bool LowTookSome;
    public bool HighTookSome;

    /// <summary>What a maximum needs of it; a sandwich would need more.</summary>
    public readonly WeightSums Weighted => new() { W = W, Ws = Ws };

    /// <summary>Adds battles of a class.</summary>
    public void Add(in BattleClass battles, int draws)
    {
        W += draws * battles.Weight;
        Ws += draws * battles.WeightedShare;
        LowTookSome |= draws > 0 && battles.LowTookSome;
        HighTookSome |= draws > 0 && battles.HighTookSome;
    }
}
