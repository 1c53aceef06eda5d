namespace Sandbox.World;

internal sealed class Channel(ulong id, Guild guild, ChannelKind kind, string name)
{
    public ulong Id { get; } = id;
    public Guild Guild { get; } = guild;
    public ChannelKind Kind { get; } = kind;
    public string Name { get; set; } = name;
    public string? Topic { get; set; }
    public bool AgeRestricted { get; set; }
    public int Position { get; set; }
    public int SlowModeSeconds { get; set; }
    public Channel? Parent { get; init; }

    /// <summary>Set for threads only.</summary>
    public ThreadDetails? Thread { get; init; }

    public Dictionary<ulong, Overwrite> Overwrites { get; } = [];

    /// <summary>In the order of their ids. Ephemeral ones stand among them; see <see cref="Message.OnlyFor"/>.</summary>
    public SortedDictionary<ulong, Message> Messages { get; } = [];

    public ulong? LastMessageId { get; set; }

    public bool IsThread => Thread is not null;
    public bool HoldsMessages => Kind is not (ChannelKind.Category or ChannelKind.Forum);
}
