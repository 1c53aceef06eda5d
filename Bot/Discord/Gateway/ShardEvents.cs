using System.Text.Json;
using Bot.Discord.Events;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Hands a shard's events on, in order; those that begin or resume its session move where it stands.</summary>
internal sealed partial class ShardEvents(int shard, int shardCount, EventSink sink, ILogger logger)
{
    private const string ReadyType = "READY";

    private readonly EventParser _parser = new();
    private volatile bool _isHeldUp;

    /// <summary>Whether an event waits for its reader; whoever reads the socket waits with it.</summary>
    public bool IsHeldUp => _isHeldUp;

    /// <summary>Hands the event on, then notes its number: one that was not handed on is asked for again when resuming.</summary>
    public async ValueTask DispatchAsync(JsonElement payload, ShardState state, CancellationToken cancellationToken)
    {
        var type = payload.FindText("t") ?? "";
        var sequence = payload.FindLong("s");
        try
        {
            if (Read(type, payload.Find("d") ?? default, sequence ?? 0, state) is { } happened)
                await sink.PutAsync(happened, isHeldUp => _isHeldUp = isHeldUp, cancellationToken);
        }
        catch (WireException error) when (type != ReadyType)
        {
            // Skipped, not fatal: one event in a shape that nobody foresaw must not cost all others.
            Skip(error, type);
        }
        catch when (type == ReadyType)
        {
            // Nobody was told of this session, so nobody would read what happened before it: the next one must be a new one.
            state.Forget();
            throw;
        }

        if (sequence is { } number)
            state.Accepted(number);
    }

    /// <summary>Notes what can not be read.</summary>
    public void Skip(Exception error, string what) => Log.Unreadable(logger, error, shard, what);

    private DiscordEvent? Read(string type, JsonElement data, long sequence, ShardState state)
    {
        switch (type)
        {
            case ReadyType:
                var ready = _parser.Ready(data, shard, shardCount);
                if (!state.TryStart(new GatewaySession(data.NeedText("session_id"), ResumeUrl(data), sequence, ready)))
                    return null;
                Log.Ready(logger, shard, shardCount, ready.Servers.Count);
                return ready;

            case "RESUMED":
                if (!state.TryResumed(out var start))
                    return null;
                Log.Resumed(logger, shard);
                return start! with { IsNewSession = false };

            default:
                return _parser.Parse(type, data);
        }
    }

    private static Uri? ResumeUrl(JsonElement ready) =>
        Uri.TryCreate(ready.FindText("resume_gateway_url"), UriKind.Absolute, out var url) ? url : null;

    private static partial class Log
    {
        [LoggerMessage(3010, LogLevel.Debug, "Shard {Shard} of {ShardCount} is ready; servers: {Servers}")]
        public static partial void Ready(ILogger logger, int shard, int shardCount, int servers);

        [LoggerMessage(3011, LogLevel.Information, "Shard {Shard} resumed its session")]
        public static partial void Resumed(ILogger logger, int shard);

        [LoggerMessage(3013, LogLevel.Error, "Shard {Shard} could not read {Type} and skips it")]
        public static partial void Unreadable(ILogger logger, Exception error, int shard, string type);
    }
}
