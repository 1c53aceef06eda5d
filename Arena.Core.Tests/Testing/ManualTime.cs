namespace Arena.Core.Tests.Testing;

/// <summary>A clock that moves only when it is told to, with timers that fire while it moves, and that tells when somebody waits on it.</summary>
internal sealed class ManualTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on, stopping at every timer on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (TakeDue(until) is { } due)
            due.Fire();
        lock (_lock)
            _now = until > _now ? until : _now;
    }

    /// <summary>Returns once somebody waits on this clock for a time that fits, and says how long that still is.</summary>
    public async Task<TimeSpan> SomebodyWaitsAsync(Func<TimeSpan, bool> fits)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Bound);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                changed = _changed.Task;
                if (_timers.Select(timer => timer.Due - _now).Where(fits).Select(left => (TimeSpan?)left).Min() is { } wait)
                    return wait;
            }

            await changed.WaitAsync(patience.Token);
        }
    }

    public Task SomebodyWaitsAsync() => SomebodyWaitsAsync(_ => true);

    public Task SomebodyWaitsAsync(TimeSpan exactly) => SomebodyWaitsAsync(left => left == exactly);

    /// <summary>Waits until somebody waits for just that long, and lets it pass.</summary>
    public Task<TimeSpan> PassAsync(TimeSpan exactly) => PassAsync(left => left == exactly);

    /// <summary>Waits until somebody waits for so many seconds, lets just that time pass, and says how long it was.</summary>
    public Task<TimeSpan> PassAsync(double fromSeconds, double toSeconds) =>
        PassAsync(left => left.TotalSeconds >= fromSeconds && left.TotalSeconds <= toSeconds);

    private async Task<TimeSpan> PassAsync(Func<TimeSpan, bool> fits)
    {
        var wait = await SomebodyWaitsAsync(fits);
        Advance(wait);
        return wait;
    }

    private ManualTimer? TakeDue(DateTimeOffset until)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
                return null;
            _now = next.Due > _now ? next.Due : _now;
            _timers.Remove(next);
            return next;
        }
    }

    private void Add_NeedsLock(ManualTimer timer)
    {
        _timers.Add(timer);
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool now;
            lock (time._lock)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime;
                now = dueTime <= TimeSpan.Zero;
                if (!now)
                    time.Add_NeedsLock(this);
            }

            if (now)
                Fire();
            return true;
        }

        public void Fire()
        {
            lock (time._lock)
            {
                if (_period > TimeSpan.Zero)
                {
                    Due += _period;
                    time.Add_NeedsLock(this);
                }
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
