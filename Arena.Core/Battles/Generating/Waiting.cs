namespace Arena.Core.Battles.Generating;

/// <summary>A battle in the queue.</summary>
/// <param name="Since">When it came into this queue; a restart begins a new wait.</param>
internal sealed record Waiting(Battle Battle, DateTimeOffset Since)
{
    /// <summary>Its message stands in the channel, so it can be answered there.</summary>
    public bool IsPosted => Battle.Message is not null;
}
