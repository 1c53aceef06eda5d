namespace Arena.Core.Roster;

/// <summary>What became of cancelling a pull.</summary>
public abstract record CancelPullResult
{
    private CancelPullResult() { }

    public sealed record Cancelled(Pull Pull) : CancelPullResult;

    /// <summary>Neither the one who asked for it nor one who cares for the roster.</summary>
    public sealed record NotYours : CancelPullResult;

    public sealed record Over(PullState State) : CancelPullResult;

    public sealed record Unknown : CancelPullResult;
}
