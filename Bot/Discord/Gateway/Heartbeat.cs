namespace Bot.Discord.Gateway;

/// <summary>
/// The beat of one connection: when to send, and whether what was sent is acknowledged. Knows no socket.
/// </summary>
internal sealed class Heartbeat(TimeProvider time, Chance chance)
{
    private readonly Watch _watch = new(time);
    private readonly Lock _lock = new();
    private bool _isUnanswered;
    private TimeSpan _sentAt;
    private TimeSpan? _latency;

    public TimeSpan? Latency
    {
        get
        {
            lock (_lock)
                return _latency;
        }
    }

    /// <summary>
    /// Sends the first beat after a random part of the interval, then one each interval, until one is due and the last is still not
    /// acknowledged.
    /// </summary>
    /// <param name="isHeldUp">
    /// Whether we ourselves are not reading, because nobody takes the events: then the acknowledgement may lie unread, and proves nothing.
    /// </param>
    public async Task<HeartbeatEnd> BeatAsync(
        TimeSpan interval, Func<CancellationToken, Task> send, Func<bool> isHeldUp, CancellationToken cancellationToken)
    {
        await _watch.DelayAsync(interval * chance.Next(), cancellationToken);
        while (true)
        {
            if (!TryBeat() && !isHeldUp())
                return new HeartbeatEnd(SinceLastBeat());
            await send(cancellationToken);
            await _watch.DelayAsync(interval, cancellationToken);
        }
    }

    public void Acknowledged()
    {
        lock (_lock)
        {
            // One that Discord asked for out of turn is acknowledged too, and tells as much; only the timed one is measured.
            if (_isUnanswered)
                _latency = _watch.Now - _sentAt;
            _isUnanswered = false;
        }
    }

    private bool TryBeat()
    {
        lock (_lock)
        {
            if (_isUnanswered)
                return false;
            _isUnanswered = true;
            _sentAt = _watch.Now;
            return true;
        }
    }

    private TimeSpan SinceLastBeat()
    {
        lock (_lock)
            return _watch.Now - _sentAt;
    }
}
