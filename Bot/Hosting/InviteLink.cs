using System.Globalization;
using Bot.Discord;
using ApplicationId = Bot.Discord.ApplicationId;

namespace Bot.Hosting;

/// <summary>The address under which somebody who manages a server installs the bot.</summary>
internal static class InviteLink
{
    /// <summary>What the arena needs in a channel, and nothing more.</summary>
    public const Permissions Needed =
        Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.CreatePublicThreads
        | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.AddReactions | Permissions.ReadMessageHistory;

    // docs: topics/oauth2, "Bot Authorization Flow"
    public static Uri For(ApplicationId application) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={application.Value}&permissions={(ulong)Needed}&integration_type=0&scope=bot+applications.commands"));
}
