namespace Bot.Discord.Rest;

/// <summary>So many requests in any second, over all routes; and nothing at all for as long as Discord says so.</summary>
internal sealed class GlobalLimit(int perSecond, Watch watch)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turnstile = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _sent = new(perSecond);
    private TimeSpan _blockedUntil;

    public async Task EnterAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken);
        try
        {
            while (!TryEnter(out var wait))
            {
                deadline.Allow(watch.Now, wait);
                await watch.DelayAsync(wait, cancellationToken);
            }
        }
        finally
        {
            _turnstile.Release();
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = watch.Now + wait;
            if (until > _blockedUntil)
                _blockedUntil = until;
        }
    }

    private bool TryEnter(out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = watch.Now;
            wait = _blockedUntil - now;
            if (wait > TimeSpan.Zero)
                return false;

            while (_sent.TryPeek(out var oldest) && now - oldest >= Window)
                _sent.Dequeue();
            if (_sent.Count >= perSecond)
            {
                wait = _sent.Peek() + Window - now;
                return false;
            }

            _sent.Enqueue(now);
            return true;
        }
    }
}
