namespace Bot.Discord;

public static class ChannelKindExtensions
{
    /// <summary>Threads, which posts in forum and media channels are too.</summary>
    public static bool IsThread(this ChannelKind kind) =>
        kind is ChannelKind.AnnouncementThread or ChannelKind.PublicThread or ChannelKind.PrivateThread;

    /// <summary>Direct messages, alone or in a group.</summary>
    public static bool IsDirect(this ChannelKind kind) =>
        kind is ChannelKind.DirectMessage or ChannelKind.GroupDirectMessage;
}
