namespace Arena.Core.Ratings;

/// <summary>Everything that the ratings need of the battles of one pair of models, seen from the one with the lower number.</summary>
internal struct PairSum
{
    public int Low;
    public int High;
    public int Battles;
    public int Ballots;

    /// <summary>Σ (a + t/2) of the lower number's ballots; exact.</summary>
    public double Points;

    /// <summary>With u = 1.</summary>
    public WeightSums Plain;

    /// <summary>With u as the pair was drawn, clipped and not yet divided by its mean.</summary>
    public WeightSums Drawn;

    /// <summary>What ρ̂ needs, of the battles with two or more ballots.</summary>
    public ClusterSums Clusters;

    public void Add(in Tally tally, double rho, double factor, double drawn)
    {
        var ballots = tally.Counted;
        var points = tally.A + tally.Level / 2.0;
        var share = points / ballots;
        var weight = factor * ballots / (1 + (ballots - 1) * rho);
        Battles++;
        Ballots += ballots;
        Points += points;
        Plain.Add(weight, share);
        Drawn.Add(weight * drawn, share);
        if (ballots > 1)
            Clusters.Add(ballots, points, tally.A + tally.Level / 4.0);
    }
}
