namespace Arena.Core.Ratings;

/// <summary>
/// What do all ballots together say, and how sure are we? <c>P(A beats B) = σ(θ_A − θ_B)</c> (Zermelo 1929; Bradley and Terry 1952),
/// fitted to the shares of the battles. A battle of n ballots weighs <c>n / (1 + (n − 1) ρ)</c>, the design effect of clustered
/// samples (Kish 1965).
/// </summary>
public static class BradleyTerry
{
    /// <summary>Fits the battles of a table.</summary>
    /// <inheritdoc cref="Fit(PairSums, BradleyTerryOptions, CancellationToken)"/>
    public static BradleyTerryFit Fit(ComparisonTable table, BradleyTerryOptions options, CancellationToken cancellationToken = default)
    {
        var sums = new PairSums(options.Rho);
        sums.Add(table);
        return Fit(sums, options, cancellationToken);
    }

    /// <summary>Fits what was summed up. Without a battle the fit holds no model.</summary>
    /// <param name="sums">The battles; they may grow on afterwards.</param>
    /// <param name="options">The rules; ρ must be the one of the sums.</param>
    /// <param name="cancellationToken">Asked between iterations.</param>
    /// <exception cref="ArgumentException">The sums were made with another ρ.</exception>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    public static BradleyTerryFit Fit(PairSums sums, BradleyTerryOptions options, CancellationToken cancellationToken = default)
    {
        if (sums.Rho != options.Rho)
            throw new ArgumentException($"The battles were summed up with ρ = {sums.Rho}, and are to be fitted with {options.Rho}.", nameof(sums));
        if (options.Prior == 0)
            ThrowUnlessConnected(sums);

        var pairs = new WeightedPairs(sums, options);
        var ascent = NewtonAscent.Run(pairs, new double[pairs.ModelCount], cancellationToken);
        return new BradleyTerryFit(sums, options, pairs, ascent);
    }

    internal static void ThrowUnlessConnected(PairSums sums)
    {
        var edges = new List<(int From, int To)>();
        foreach (ref readonly var pair in sums.Pairs)
        {
            if (pair.Points > 0)
                edges.Add((pair.Low, pair.High));
            if (pair.Points < pair.Ballots)
                edges.Add((pair.High, pair.Low));
        }

        var parts = new StrongComponents(sums.Models.Count, edges);
        if (!parts.IsConnected)
            throw new NotConnectedException([.. parts.OutsideLargest().Select(i => sums.Models[i])]);
    }
}
