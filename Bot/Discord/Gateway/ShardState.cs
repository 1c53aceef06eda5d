using Bot.Discord.Events;

namespace Bot.Discord.Gateway;

/// <summary>
/// Where a shard stands, and its session. Transitions are tried, and refused where they make no sense; docs/discord-client.md has the
/// picture. Knows no socket and no clock.
/// </summary>
internal sealed class ShardState
{
    private readonly Lock _lock = new();
    private ShardPhase _phase = ShardPhase.Offline;
    private GatewaySession? _session;
    private long? _sequence;

    public ShardPhase Phase
    {
        get
        {
            lock (_lock)
                return _phase;
        }
    }

    /// <summary>The session to resume; null if the next connection must begin a new one.</summary>
    public GatewaySession? Session
    {
        get
        {
            lock (_lock)
                return _session;
        }
    }

    /// <summary>For heartbeats: the last sequence number, null before the first.</summary>
    public long? Sequence
    {
        get
        {
            lock (_lock)
                return _sequence;
        }
    }

    public bool TryConnect() => TryMove(ShardPhase.Offline, ShardPhase.Connecting);

    /// <summary>Hello came: ask for a new session, or for the old one if there is one.</summary>
    /// <param name="resume">The session to ask for; null asks for a new one.</param>
    public bool TryGreet(out GatewaySession? resume)
    {
        lock (_lock)
        {
            resume = _session;
            if (_phase != ShardPhase.Connecting)
                return false;
            _phase = _session is null ? ShardPhase.Identifying : ShardPhase.Resuming;
            return true;
        }
    }

    public bool TryStart(GatewaySession session)
    {
        lock (_lock)
        {
            if (_phase != ShardPhase.Identifying)
                return false;
            _phase = ShardPhase.Ready;
            _session = session;
            _sequence = session.Sequence;
            return true;
        }
    }

    /// <summary>All missed events have arrived.</summary>
    /// <param name="start">What Discord told when the session began.</param>
    public bool TryResumed(out DiscordEvent.Ready? start)
    {
        lock (_lock)
        {
            start = _session?.Start;
            if (_phase != ShardPhase.Resuming || start is null)
                return false;
            _phase = ShardPhase.Ready;
            return true;
        }
    }

    /// <summary>An event was handed on: a later session does not ask for it again.</summary>
    public void Accepted(long sequence)
    {
        lock (_lock)
        {
            _sequence = sequence;
            if (_session is not null)
                _session = _session with { Sequence = sequence };
        }
    }

    /// <summary>The session must not be resumed, though its connection still stands.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _session = null;
            _sequence = null;
        }
    }

    /// <summary>The connection is gone, whatever the phase.</summary>
    public void Lost(bool keepSession)
    {
        lock (_lock)
        {
            _phase = ShardPhase.Offline;
            if (keepSession)
                return;
            _session = null;
            _sequence = null;
        }
    }

    private bool TryMove(ShardPhase from, ShardPhase to)
    {
        lock (_lock)
        {
            if (_phase != from)
                return false;
            _phase = to;
            return true;
        }
    }
}
