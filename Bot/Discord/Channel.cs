namespace Bot.Discord;

/// <summary>What is known of a channel or thread. An interaction's channel is partial: absent parts are null or false.</summary>
/// <param name="Parent">A thread's channel, or a channel's category.</param>
/// <param name="SlowMode">How long a member waits between messages; zero for none.</param>
public sealed record Channel(
    ChannelId Id,
    ChannelKind Kind,
    string? Name = null,
    ServerId? Server = null,
    ChannelId? Parent = null,
    bool IsAgeRestricted = false,
    TimeSpan SlowMode = default,
    bool IsArchived = false,
    bool IsLocked = false);
