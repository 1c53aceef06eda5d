namespace Arena.Core.Battles.Starting;

/// <summary>What became of a new battle that was to be stored.</summary>
internal abstract record QueueOutcome
{
    private QueueOutcome() { }

    public sealed record Queued(Battle Battle) : QueueOutcome;

    public sealed record Refused(StartResult Why) : QueueOutcome;

    /// <summary>One of its models was retired since it was drawn.</summary>
    public sealed record ModelNotActive : QueueOutcome;
}
