namespace Arena.Core.Roster;

/// <summary>A model that is being fetched to a node, or was.</summary>
/// <param name="Tag">In its full form, like <c>otter:4b</c> or <c>otter:latest</c>.</param>
/// <param name="Adds">Whether it is put on the roster when it is there.</param>
/// <param name="Server">Where it was asked for.</param>
/// <param name="Channel">Where its progress is shown.</param>
/// <param name="Message">Shows it; null before one stands.</param>
/// <param name="Suggestion">The suggestion that it follows, or null.</param>
public sealed record Pull(
    PullId Id, string Tag, bool Adds, ServerId Server, ChannelId Channel, MessageId? Message, MemberId AskedBy, DateTimeOffset AskedAt,
    long? Suggestion, PullState State)
{
    /// <summary>The node that fetches it; null before one was chosen.</summary>
    public Uri? Node { get; init; }

    public long? CompletedBytes { get; init; }

    /// <summary>Of the layers that are known so far; grows with them. Null before the first is known.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public PullFailure? Failure { get; init; }

    /// <summary>Who cancelled it; null unless somebody did.</summary>
    public MemberId? EndedBy { get; init; }

    /// <summary>0 to 1.</summary>
    internal double ShareStored => TotalBytes is > 0 and var total ? Math.Clamp((CompletedBytes ?? 0) / (double)total, 0, 1) : 0;
}
