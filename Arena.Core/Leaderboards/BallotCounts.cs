namespace Arena.Core.Leaderboards;

/// <summary>Counted ballots by a property of the prompt.</summary>
/// <param name="By">The property.</param>
/// <param name="Scope">What is counted.</param>
/// <param name="Rows">The most frequent first.</param>
/// <param name="AsOf">When the last counted battle settled; null before any.</param>
public sealed record BallotCounts(BallotProperty By, Scope Scope, IReadOnlyList<BallotCount> Rows, DateTimeOffset? AsOf)
{
    /// <summary>All of them.</summary>
    public int Total => Rows.Sum(row => row.Ballots);
}
