namespace Bot.Discord.Rest;

/// <summary>
/// Counts answers of 401, 403 and 429 (shared limits excepted). 10,000 of them in ten minutes and Discord shuts the whole address out, so
/// calls stop some way before that.
/// </summary>
internal sealed class InvalidRequests(Watch watch, int bound = InvalidRequests.Bound)
{
    public const int Bound = 9_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private TimeSpan _windowStart;
    private int _count;

    /// <summary>Counts one more; how many that makes in this window.</summary>
    public int Add()
    {
        lock (_lock)
        {
            Turn_NeedsLock();
            return ++_count;
        }
    }

    /// <summary>How long calls must stop; zero if they need not.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (_lock)
            {
                Turn_NeedsLock();
                return _count < bound ? TimeSpan.Zero : _windowStart + Window - watch.Now;
            }
        }
    }

    private void Turn_NeedsLock()
    {
        if (watch.Now - _windowStart < Window)
            return;
        _windowStart = watch.Now;
        _count = 0;
    }
}
