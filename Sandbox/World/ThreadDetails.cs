namespace Sandbox.World;

/// <summary>What a thread has beyond a channel.</summary>
internal sealed class ThreadDetails(ulong owner, DateTimeOffset createdAt)
{
    public ulong Owner { get; } = owner;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset ArchiveChangedAt { get; set; } = createdAt;
    public bool Archived { get; set; }
    public bool Locked { get; set; }
    public int AutoArchiveMinutes { get; set; } = 4320;
    public int MessageCount { get; set; }
    public int TotalMessageSent { get; set; }

    /// <summary>Who joined, and when.</summary>
    public Dictionary<ulong, DateTimeOffset> Members { get; } = [];
}
