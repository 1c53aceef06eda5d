namespace Arena.Core.Battles;

/// <summary>What became of a request to cancel.</summary>
public abstract record CancelResult
{
    private CancelResult() { }

    /// <summary>The battle is void; or its vote is open again, if it was a further turn.</summary>
    public sealed record Cancelled(Battle Battle) : CancelResult;

    /// <summary>Only the starter and moderators may.</summary>
    public sealed record NotYours : CancelResult;

    /// <summary>It waits no longer: only queued and generating battles can be cancelled.</summary>
    public sealed record NotWaiting(BattleState State) : CancelResult;

    /// <summary>There is no such battle.</summary>
    public sealed record Unknown : CancelResult;
}
