namespace Arena.Core.Ratings;

/// <summary>What two models have between them.</summary>
/// <param name="Battles">Battles with at least one counted ballot.</param>
/// <param name="Ballots">Counted ballots in them.</param>
/// <param name="Points">Ballots for the first model, a ballot for neither side as half a one.</param>
public readonly record struct PairRecord(int Battles, int Ballots, double Points)
{
    /// <summary>The first model's share of all ballots of the pair, unweighted, in [0, 1]; null where they never met.</summary>
    public double? Share => Ballots == 0 ? null : Points / Ballots;

    /// <summary>The same seen from the other model.</summary>
    public PairRecord Swapped() => this with { Points = Ballots - Points };
}
