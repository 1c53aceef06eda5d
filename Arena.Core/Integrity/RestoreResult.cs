namespace Arena.Core.Integrity;

/// <summary>What became of a request to take an exclusion back.</summary>
public abstract record RestoreResult
{
    private RestoreResult() { }

    /// <summary>The ballots count as they did before, but for those that another exclusion is about, too.</summary>
    /// <param name="Count">What no exclusion holds any more.</param>
    public sealed record Restored(BallotCount Count) : RestoreResult;

    /// <summary>It was taken back already.</summary>
    public sealed record AlreadyRestored(MemberId By, DateTimeOffset At) : RestoreResult;

    /// <summary>There is no such exclusion in this server.</summary>
    public sealed record Unknown : RestoreResult;
}
