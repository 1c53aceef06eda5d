namespace Bot.Discord.Rest;

/// <summary>
/// One limit that Discord counts: so many requests until it resets. What it allows is learned from the headers of each answer; until the
/// first one is there, one request goes ahead alone. Requests wait in line, first come, first served.
/// </summary>
internal sealed class Bucket(Watch watch)
{
    // A window has begun, and no answer has told yet when it ends.
    private static readonly TimeSpan Untold = TimeSpan.MaxValue;

    private readonly SemaphoreSlim _turnstile = new(1, 1);
    private readonly Lock _lock = new();

    private bool _isKnown;
    private int? _limit;
    private int _remaining;
    private TimeSpan _resetsAt;
    private TimeSpan _blockedUntil;
    private int _inFlight;
    private int _waiting;
    private TaskCompletionSource? _firstAnswer;

    /// <summary>Nothing would be lost by forgetting it.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _inFlight == 0 && _waiting == 0 && watch.Now >= _blockedUntil && (watch.Now >= _resetsAt || _resetsAt == Untold);
        }
    }

    /// <summary>Waits for a place. Each must be given back by <see cref="Leave"/>.</summary>
    /// <exception cref="RateLimitedException">The wait would outlast the deadline.</exception>
    public async Task EnterAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turnstile.WaitAsync(cancellationToken);
            try
            {
                while (!TryEnter(out var wait, out var firstAnswer))
                {
                    if (firstAnswer is not null)
                    {
                        await firstAnswer.WaitAsync(cancellationToken);
                        continue;
                    }

                    deadline.Allow(watch.Now, wait);
                    await watch.DelayAsync(wait, cancellationToken);
                }
            }
            finally
            {
                _turnstile.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Gives the place back. <paramref name="headers"/> is null when there was no answer.</summary>
    public void Leave(LimitHeaders? headers)
    {
        TaskCompletionSource? first;
        lock (_lock)
        {
            _inFlight--;
            if (headers is not null)
                Learn_NeedsLock(headers);
            first = _firstAnswer;
            _firstAnswer = null;
        }

        first?.TrySetResult();
    }

    /// <summary>Discord said 429: nothing goes through for as long as it told.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = watch.Now + wait;
            if (until > _blockedUntil)
                _blockedUntil = until;
        }
    }

    private bool TryEnter(out TimeSpan wait, out Task? firstAnswer)
    {
        lock (_lock)
        {
            var now = watch.Now;
            wait = _blockedUntil - now;
            firstAnswer = null;
            if (wait > TimeSpan.Zero)
                return false;

            if (!_isKnown)
            {
                if (_inFlight > 0)
                {
                    firstAnswer = FirstAnswer_NeedsLock();
                    return false;
                }
            }
            else if (_limit is { } limit)
            {
                if (now >= _resetsAt || (_resetsAt == Untold && _inFlight == 0))
                    Refill_NeedsLock(limit);
                if (_remaining == 0)
                {
                    wait = _resetsAt - now;
                    if (_resetsAt == Untold)
                        firstAnswer = FirstAnswer_NeedsLock();
                    return false;
                }

                _remaining--;
            }

            _inFlight++;
            return true;
        }
    }

    /// <summary>The window is over and no answer has told of the next one yet: assume a whole one, less what is still under way.</summary>
    private void Refill_NeedsLock(int limit)
    {
        _remaining = Math.Max(1, limit - _inFlight);
        _resetsAt = Untold;
    }

    private Task FirstAnswer_NeedsLock()
    {
        _firstAnswer ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _firstAnswer.Task;
    }

    private void Learn_NeedsLock(LimitHeaders headers)
    {
        if (headers is not { Limit: { } limit, Remaining: { } remaining, ResetAfter: { } resetAfter })
        {
            // Answers without these headers come from routes without a limit of their own, or from something in between; a limit that is
            // known stays known, but a window that is never told of again must not stay shut.
            if (!_isKnown)
                _limit = null;
            else if (_resetsAt == Untold)
                _resetsAt = watch.Now;
            _isKnown = true;
            return;
        }

        _isKnown = true;
        _limit = Math.Max(1, limit);
        _resetsAt = watch.Now + resetAfter;
        // Requests under way are not yet in Discord's count.
        _remaining = Math.Max(0, remaining - _inFlight);
    }
}
