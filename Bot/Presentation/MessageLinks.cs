namespace Bot.Presentation;

/// <summary>Addresses of messages.</summary>
internal static class MessageLinks
{
    public static string To(ServerId server, ChannelId channel, MessageId message) => $"https://discord.com/channels/{server}/{channel}/{message}";
}
