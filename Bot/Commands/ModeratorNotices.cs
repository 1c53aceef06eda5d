using Arena.Core.Battles;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Messages;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Tells a server's moderators what needs them: in the channel that they chose for it, else where the last battle was.</summary>
internal sealed partial class ModeratorNotices(
    IDiscordClient discord, ServerSettingsBook settings, BattleDesk battles, ILogger<ModeratorNotices> logger)
{
    /// <summary>Posts a notice.</summary>
    /// <returns>The message; null where there is no channel that takes it, which is logged.</returns>
    public async Task<Message?> TellAsync(ServerId server, OutgoingMessage notice, CancellationToken cancellationToken)
    {
        ChannelId?[] channels = [settings.Of(server).NoticesChannel, await battles.LastChannelAsync(server, cancellationToken)];
        foreach (var channel in channels.OfType<ChannelId>().Distinct())
        {
            try
            {
                return await discord.CreateMessageAsync(channel, notice, cancellationToken);
            }
            catch (DiscordException e)
            {
                Log.NotTold(logger, server.Value, channel.Value, e.Message);
            }
        }

        Log.NoChannel(logger, server.Value);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(7040, LogLevel.Warning, "The moderators of server {Server} could not be told something in channel {Channel}: {Problem}")]
        public static partial void NotTold(ILogger logger, ulong server, ulong channel, string problem);

        [LoggerMessage(7041, LogLevel.Warning, "The moderators of server {Server} could not be told something: there is no channel for it.")]
        public static partial void NoChannel(ILogger logger, ulong server);
    }
}
