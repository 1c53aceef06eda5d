using System.Collections.Concurrent;
using Bot.Discord;

namespace Bot.Commands.Battles;

/// <summary>What interactions do not say about a server's channels. Discord is asked, and what it says is remembered for some minutes.</summary>
internal sealed class ChannelFacts(IDiscordClient discord, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ServerId, (IReadOnlyList<Channel> Channels, DateTimeOffset At)> _known = new();

    /// <summary>
    /// Whether a channel is age-restricted. An interaction's channel says so itself, but a thread does not: it is what the channel is that it
    /// belongs to. False where Discord does not tell.
    /// </summary>
    public async Task<bool> IsAgeRestrictedAsync(ServerId server, Channel channel, CancellationToken cancellationToken) =>
        channel.IsAgeRestricted
        || (channel.Kind.IsThread() && await ChannelsAsync(server, cancellationToken) is { } all
            && all.Any(parent => parent.Id == channel.Parent && parent.IsAgeRestricted));

    /// <summary>Those that the bot can still see, in the same order; all where Discord does not tell.</summary>
    public async Task<IReadOnlyList<ChannelId>> StandingAsync(
        ServerId server, IReadOnlyList<ChannelId> channels, CancellationToken cancellationToken) =>
        await ChannelsAsync(server, cancellationToken) is { } all ? [.. channels.Where(channel => all.Any(one => one.Id == channel))] : channels;

    private async Task<IReadOnlyList<Channel>?> ChannelsAsync(ServerId server, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(server, out var known) && known.At + Kept > now)
            return known.Channels;
        try
        {
            var told = await discord.ListChannelsAsync(server, cancellationToken);
            _known[server] = (told, now);
            return told;
        }
        catch (DiscordException)
        {
            return null;                                                     // asked again next time
        }
    }
}
