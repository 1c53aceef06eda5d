using System.Net.WebSockets;
using System.Text.Json;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// One shard: keeps a connection, and after a loss resumes the session or begins a new one. One connection after the other; what each of
/// them says is decided by <see cref="ShardState"/>, when the next one is made by <see cref="Backoff"/>.
/// </summary>
internal sealed partial class GatewayShard(
    int shard,
    int shardCount,
    DiscordOptions options,
    Endpoints endpoints,
    SessionStarts starts,
    EventSink sink,
    TimeProvider time,
    Chance chance,
    ILogger logger)
{
    /// <summary>Any code but 1000 and 1001, which would end the session.</summary>
    private const int CloseToResume = 4000;
    private const int CloseForGood = 1000;

    /// <summary>From here on the gateway's general address is used: the one for resuming may be gone.</summary>
    private const int TriesAtResumeUrl = 3;

    private static readonly TimeSpan HandshakeBound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>A connection that lived this long was a good one: the delays begin anew.</summary>
    private static readonly TimeSpan LongLife = TimeSpan.FromSeconds(10);

    private readonly ShardState _state = new();
    private readonly ShardEvents _events = new(shard, shardCount, sink, logger);
    private readonly Watch _watch = new(time);
    private volatile Heartbeat? _heartbeat;
    private int _failedTries;
    private Uri? _generalUrl;
    private long _lastAckTicks;

    public GatewayHealth Health => new(
        _state.Phase == ShardPhase.Ready,
        Interlocked.Read(ref _lastAckTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        _heartbeat?.Latency);

    /// <summary>Until cancelled, or until trying again is pointless.</summary>
    /// <exception cref="DiscordFatalException">Trying again is pointless.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var delays = NewDelays();
        while (true)
        {
            var begun = _watch.Now;
            var end = await ConnectAsync(cancellationToken);
            if (_watch.Now - begun >= LongLife)
                delays = NewDelays();
            delays.MoveNext();
            var pause = end.AtLeast > delays.Current ? end.AtLeast : delays.Current;
            Log.Lost(logger, shard, end.Reason, _state.Session is null ? "new session" : "resume", pause.TotalSeconds);
            await _watch.DelayAsync(pause, cancellationToken);
        }
    }

    private IEnumerator<TimeSpan> NewDelays() => Backoff.DelaysAfterOneAtOnce(FirstDelay, LongestDelay, chance).GetEnumerator();

    /// <summary>One connection, from its beginning to its end.</summary>
    private async Task<ConnectionEnd> ConnectAsync(CancellationToken cancellationToken)
    {
        var session = _state.Session;
        using var turn = session is null ? await starts.EnterAsync(shard, cancellationToken) : null;
        if (turn is not null)
            _generalUrl = turn.Info.Url;
        var address = endpoints.Gateway((_failedTries < TriesAtResumeUrl ? session?.ResumeUrl : null) ?? _generalUrl!);

        if (!_state.TryConnect())
            throw new InvalidOperationException("A shard has one connection at a time.");

        var keepSession = true;
        using var socket = new GatewaySocket(time);
        try
        {
            var end = await ConverseAsync(socket, address, turn, cancellationToken);
            keepSession = end.KeepSession;
            return end;
        }
        catch (Exception error) when (error is WebSocketException or IOException or TimeoutException or JsonException or WireException)
        {
            return new ConnectionEnd(error.Message, KeepSession: true);
        }
        finally
        {
            _failedTries = _state.Phase == ShardPhase.Ready ? 0 : _failedTries + 1;
            _state.Lost(keepSession);
        }
    }

    private async Task<ConnectionEnd> ConverseAsync(
        GatewaySocket socket, Uri address, SessionStarts.Turn? turn, CancellationToken cancellationToken)
    {
        TimeSpan interval;
        using (var bound = new CancellationTokenSource(HandshakeBound, time))
        using (var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token))
        {
            try
            {
                await socket.ConnectAsync(address, linked.Token);
                var (greeting, early) = await ReadHelloAsync(socket, linked.Token);
                if (early is not null)
                    return early;
                interval = greeting;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No Hello within {HandshakeBound.TotalSeconds:0} s.");
            }
        }

        var heartbeat = new Heartbeat(time, chance);
        _heartbeat = heartbeat;
        using var stop = new CancellationTokenSource();
        using var linkedStop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        var talking = TalkAsync(socket, heartbeat, turn, stop.Token);
        var beating = heartbeat.BeatAsync(interval, token => BeatAsync(socket, token), () => _events.IsHeldUp, stop.Token);
        var cancelled = Task.Delay(Timeout.InfiniteTimeSpan, linkedStop.Token);
        var first = await Task.WhenAny(talking, beating, cancelled);
        try
        {
            if (first == cancelled)
            {
                await socket.CloseAsync(CloseForGood);
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (first == talking)
            {
                var end = await talking;
                await socket.CloseAsync(end.KeepSession ? CloseToResume : CloseForGood);
                return end;
            }

            var zombie = await beating;
            await socket.CloseAsync(CloseToResume);
            return new ConnectionEnd(
                $"no acknowledgement of the heartbeat {zombie.SinceLastBeat.TotalSeconds:0.#} s ago", KeepSession: true);
        }
        finally
        {
            await stop.CancelAsync();
            await QuietlyAsync(talking);
            await QuietlyAsync(beating);
            await QuietlyAsync(cancelled);
        }
    }

    /// <summary>Hello, or, as Discord may also begin, a request to go elsewhere at once.</summary>
    private async Task<(TimeSpan Interval, ConnectionEnd? Early)> ReadHelloAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await socket.ReceiveAsync(cancellationToken) is not { } payload)
                return (default, Closed(socket));
            using var document = JsonDocument.Parse(payload);
            switch ((Opcode?)document.RootElement.FindInt("op"))
            {
                case Opcode.Hello:
                    var interval = document.RootElement.Need("d").FindInt("heartbeat_interval");
                    return interval is > 0 and var ms
                        ? (TimeSpan.FromMilliseconds(ms), null)
                        : throw new WebSocketException("Hello came without a heartbeat interval.");
                case Opcode.Reconnect:
                    return (default, new ConnectionEnd("Discord asked to reconnect", KeepSession: true));
                case Opcode.InvalidSession:
                    return (default, Invalid(document.RootElement));
            }
        }
    }

    private async Task<ConnectionEnd> TalkAsync(
        GatewaySocket socket, Heartbeat heartbeat, SessionStarts.Turn? turn, CancellationToken cancellationToken)
    {
        if (!_state.TryGreet(out var resume))
            throw new InvalidOperationException("Hello is answered once.");
        turn?.Use();
        var greeting = resume is null
            ? GatewayPayload.Identify(options.Token, WantedIntents(), shard, shardCount)
            : GatewayPayload.Resume(options.Token, resume);
        await socket.SendAsync(greeting, isHeartbeat: false, cancellationToken);
        turn?.Dispose();

        while (true)
        {
            if (await socket.ReceiveAsync(cancellationToken) is not { } payload)
                return Closed(socket);
            using var document = Parse(payload);
            if (document is null)
                continue;
            if (await HandleAsync(document.RootElement, socket, heartbeat, cancellationToken) is { } end)
                return end;
        }
    }

    private async ValueTask<ConnectionEnd?> HandleAsync(
        JsonElement payload, GatewaySocket socket, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        switch ((Opcode?)payload.FindInt("op"))
        {
            case Opcode.Dispatch:
                await _events.DispatchAsync(payload, _state, cancellationToken);
                return null;
            case Opcode.Heartbeat:
                await BeatAsync(socket, cancellationToken);
                return null;
            case Opcode.HeartbeatAck:
                heartbeat.Acknowledged();
                Interlocked.Exchange(ref _lastAckTicks, time.GetUtcNow().UtcTicks);
                return null;
            case Opcode.Reconnect:
                return new ConnectionEnd("Discord asked to reconnect", KeepSession: true);
            case Opcode.InvalidSession:
                return Invalid(payload);
            default:
                return null;
        }
    }

    private ConnectionEnd Closed(GatewaySocket socket)
    {
        var code = socket.CloseCode;
        var reason = code is null ? "the connection was closed" : $"Discord closed the connection with code {code}";
        return CloseVerdict.Of(code) switch
        {
            CloseVerdict.Fatal fatal => throw new DiscordFatalException(fatal.Advice, code),
            CloseVerdict.NewSession => new ConnectionEnd(reason, KeepSession: false),
            _ => new ConnectionEnd(reason, KeepSession: true),
        };
    }

    /// <summary>A random wait of one to five seconds, so that not everybody comes back at the same moment.</summary>
    private ConnectionEnd Invalid(JsonElement payload)
    {
        var isResumable = payload.IsTrue("d");
        return new ConnectionEnd(
            isResumable ? "the session is invalid for now" : "the session is over",
            isResumable,
            chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)));
    }

    private Task BeatAsync(GatewaySocket socket, CancellationToken cancellationToken) =>
        socket.SendAsync(GatewayPayload.Heartbeat(_state.Sequence), isHeartbeat: true, cancellationToken);

    private Intents WantedIntents() =>
        Intents.Guilds | Intents.GuildMessages | Intents.GuildMessageReactions | (options.MessageContent ? Intents.MessageContent : 0);

    private JsonDocument? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonDocument.Parse(payload);
        }
        catch (JsonException error)
        {
            _events.Skip(error, "payload");
            return null;
        }
    }

    /// <summary>Waits for what was told to stop. How it stopped is known already.</summary>
    private static async Task QuietlyAsync(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private static partial class Log
    {
        [LoggerMessage(3012, LogLevel.Information, "Shard {Shard} lost its connection: {Reason}. Next: {Next}, in {Seconds:0.0} s")]
        public static partial void Lost(ILogger logger, int shard, string reason, string next, double seconds);
    }
}
