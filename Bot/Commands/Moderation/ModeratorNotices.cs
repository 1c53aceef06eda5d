using System.Collections.Concurrent;
using Arena.Core.Battles;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Messages;
using Microsoft.Extensions.Logging;

namespace Bot.Commands.Moderation;

/// <summary>Tells a server's moderators what needs them: in the channel that they chose for it, else where the last battle was.</summary>
internal sealed partial class ModeratorNotices(
    IDiscordClient discord, ServerSettingsBook settings, BattleDesk battles, ILogger<ModeratorNotices> logger)
{
    // What was logged last of a server's channel, and of the server as a whole where no channel took a notice.
    private readonly ConcurrentDictionary<(ServerId Server, ChannelId? Channel), string> _problems = new();

    /// <summary>Servers where the last notice found no channel.</summary>
    public IReadOnlyList<ServerId> Waiting => [.. _problems.Keys.Where(key => key.Channel is null).Select(key => key.Server)];

    /// <summary>Posts a notice.</summary>
    /// <returns>The message; null where there is no channel that takes it, which is logged once until something has changed.</returns>
    public async Task<Message?> TellAsync(ServerId server, OutgoingMessage notice, CancellationToken cancellationToken)
    {
        ChannelId?[] channels = [settings.Of(server).NoticesChannel, await battles.LastChannelAsync(server, cancellationToken)];
        var tried = channels.OfType<ChannelId>().Distinct().ToList();
        foreach (var channel in tried)
        {
            try
            {
                var message = await discord.CreateMessageAsync(channel, notice, cancellationToken);
                _problems.TryRemove((server, channel), out _);
                _problems.TryRemove((server, null), out _);
                return message;
            }
            catch (DiscordException e)
            {
                if (IsNews(server, channel, e.Message))
                    Log.NotTold(logger, server.Value, channel.Value, e.Message);
            }
        }

        if (IsNews(server, null, string.Join(' ', tried)))
            Log.NoChannel(logger, server.Value);
        return null;
    }

    private bool IsNews(ServerId server, ChannelId? channel, string problem)
    {
        var isKnown = _problems.TryGetValue((server, channel), out var known) && known == problem;
        _problems[(server, channel)] = problem;
        return !isKnown;
    }

    private static partial class Log
    {
        [LoggerMessage(7040, LogLevel.Warning, "The moderators of server {Server} could not be told something in channel {Channel}: {Problem}")]
        public static partial void NotTold(ILogger logger, ulong server, ulong channel, string problem);

        [LoggerMessage(7041, LogLevel.Warning, "The moderators of server {Server} could not be told something: there is no channel for it.")]
        public static partial void NoChannel(ILogger logger, ulong server);
    }
}
