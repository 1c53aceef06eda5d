namespace Arena.Core.Integrity;

/// <summary>What became of a request to exclude ballots.</summary>
public abstract record ExcludeResult
{
    private ExcludeResult() { }

    /// <summary>The ratings are computed without them.</summary>
    /// <param name="Id">To take it back with.</param>
    /// <param name="Count">What it took out: ballots that another exclusion holds already are not among them.</param>
    public sealed record Excluded(ExclusionId Id, BallotCount Count) : ExcludeResult;

    /// <summary>These members have no ballots here.</summary>
    public sealed record NoBallots : ExcludeResult;
}
