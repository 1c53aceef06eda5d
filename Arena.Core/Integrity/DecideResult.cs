namespace Arena.Core.Integrity;

/// <summary>What became of a moderator's word on a suspicion.</summary>
public abstract record DecideResult
{
    private DecideResult() { }

    /// <summary>It is stored.</summary>
    /// <param name="Suspicion">As it is now.</param>
    /// <param name="Count">The ballots that ceased or began to count.</param>
    public sealed record Decided(Suspicion Suspicion, BallotCount Count) : DecideResult;

    /// <summary>Somebody has decided it so already.</summary>
    public sealed record Already(Suspicion Suspicion) : DecideResult;

    /// <summary>There is no such suspicion in this server.</summary>
    public sealed record Unknown : DecideResult;
}
