using System.Threading.Channels;
using Bot.Discord.Events;

namespace Bot.Discord.Gateway;

/// <summary>
/// Where all shards put their events: one bounded channel that drops nothing. A shard that finds it full waits, and says meanwhile that
/// it is held up.
/// </summary>
internal sealed class EventSink(int backlog)
{
    private readonly Channel<DiscordEvent> _channel = System.Threading.Channels.Channel.CreateBounded<DiscordEvent>(
        new BoundedChannelOptions(backlog) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    public ChannelReader<DiscordEvent> Reader => _channel.Reader;

    /// <param name="heldUp">Called before a wait for the reader, and with false after it.</param>
    public async ValueTask PutAsync(DiscordEvent happened, Action<bool> heldUp, CancellationToken cancellationToken)
    {
        if (_channel.Writer.TryWrite(happened))
            return;

        heldUp(true);
        try
        {
            await _channel.Writer.WriteAsync(happened, cancellationToken);
        }
        finally
        {
            heldUp(false);
        }
    }

    public void Complete() => _channel.Writer.TryComplete();
}
