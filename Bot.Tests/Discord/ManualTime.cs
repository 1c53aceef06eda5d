namespace Bot.Tests.Discord;

/// <summary>A clock that moves only when told to, and can wait until somebody waits for it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset target;
        lock (_lock)
            target = _now + by;
        while (true)
        {
            ManualTimer? next;
            lock (_lock)
            {
                next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
                if (next is null)
                {
                    _now = target;
                    return;
                }

                _now = next.Due > _now ? next.Due : _now;
                _timers.Remove(next);
            }

            next.Fire();
        }
    }

    /// <summary>Waits until somebody waits for a time that fits, lets exactly that time pass, and says how long it was.</summary>
    public async Task<TimeSpan> PassAsync(Func<TimeSpan, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task changed;
            TimeSpan? due;
            lock (_lock)
            {
                changed = _changed.Task;
                due = _timers.Select(timer => timer.Due - _now).Where(fits).Select(left => (TimeSpan?)left).Min();
            }

            if (due is { } wait)
            {
                Advance(wait);
                return wait;
            }

            await changed.WaitAsync(patience.Token);
        }
    }

    public Task<TimeSpan> PassAsync(TimeSpan exactly) => PassAsync(left => left == exactly);

    public Task<TimeSpan> PassAsync(double fromSeconds, double toSeconds) =>
        PassAsync(left => left.TotalSeconds >= fromSeconds && left.TotalSeconds <= toSeconds);

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TaskCompletionSource changed;
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
                changed = time._changed;
                time._changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            changed.TrySetResult();
            return true;
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
