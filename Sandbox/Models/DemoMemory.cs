namespace Sandbox.Models;

/// <summary>What of a demo Ollama is loaded: a few models at a time, each with one answer at a time and a line before it.</summary>
internal sealed class DemoMemory(DemoBehaviour behaviour, TimeProvider time)
{
    private const int MaxLoaded = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Runner> _runners = [];
    private readonly SemaphoreSlim _loading = new(1, 1);
    private int _waiting;

    /// <summary>The models in memory, latest expiry first.</summary>
    public IReadOnlyList<LoadedDemo> Loaded
    {
        get
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                return [.. _runners.Values
                    .Where(runner => runner.IsLoaded(now))
                    .OrderByDescending(runner => runner.ExpiresAt)
                    .Select(runner => new LoadedDemo(runner.Model, runner.ExpiresAt, runner.Context))];
            }
        }
    }

    /// <summary>Waits for the model's turn and loads it if need be; one answer at a time for each model. Null when the queue is full.</summary>
    public async Task<DemoLease?> AcquireAsync(DemoModel model, int context, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        Runner runner;
        lock (_gate)
        {
            if (!_runners.TryGetValue(model.Tag, out runner!))
                _runners[model.Tag] = runner = new Runner(model);
        }

        if (!runner.Slot.Wait(0, CancellationToken.None))
        {
            try
            {
                if (Interlocked.Increment(ref _waiting) > behaviour.Settings.MaxQueue)
                    return null;

                await runner.Slot.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }

        try
        {
            await LoadAsync(runner, context, cancellationToken);
            return new DemoLease(time.GetElapsedTime(asked), keepAlive => Release(runner, keepAlive));
        }
        catch
        {
            runner.Slot.Release();
            throw;
        }
    }

    /// <summary>Takes a model out of memory.</summary>
    public void Unload(DemoModel model)
    {
        lock (_gate)
        {
            if (_runners.TryGetValue(model.Tag, out var runner))
                runner.ExpiresAt = DateTimeOffset.MinValue;
        }
    }

    /// <summary>Takes a model out of memory together with its slot: it is held no more.</summary>
    public void Forget(DemoModel model)
    {
        lock (_gate)
            _runners.Remove(model.Tag);
    }

    private async Task LoadAsync(Runner runner, int context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (runner.IsLoaded(time.GetUtcNow()) && runner.Context == context)
            {
                runner.InUse = true;
                return;
            }
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            MakeRoom(runner);
            var length = behaviour.Settings.LoadMs is { } ms ? TimeSpan.FromMilliseconds(ms) : runner.Model.LoadTime;
            if (length > TimeSpan.Zero)
                await Task.Delay(length, time, cancellationToken);

            lock (_gate)
            {
                runner.Context = context;
                runner.ExpiresAt = time.GetUtcNow().AddMinutes(5);
                runner.InUse = true;
            }
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The idle model that would go first anyway makes room, as Ollama does it.</summary>
    private void MakeRoom(Runner runner)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var others = _runners.Values.Where(other => other != runner && other.IsLoaded(now)).OrderBy(other => other.ExpiresAt).ToList();
            foreach (var idle in others.Where(other => !other.InUse).Take(Math.Max(0, others.Count - MaxLoaded + 1)))
                idle.ExpiresAt = DateTimeOffset.MinValue;
        }
    }

    private void Release(Runner runner, TimeSpan keepAlive)
    {
        lock (_gate)
        {
            runner.InUse = false;
            runner.ExpiresAt = keepAlive == TimeSpan.MaxValue
                ? time.GetUtcNow().AddTicks(long.MaxValue / TimeSpan.NanosecondsPerTick)
                : time.GetUtcNow() + keepAlive;
        }

        runner.Slot.Release();
    }

    private sealed class Runner(DemoModel model)
    {
        public DemoModel Model { get; } = model;

        public SemaphoreSlim Slot { get; } = new(1, 1);

        public bool InUse { get; set; }

        public int Context { get; set; }

        public DateTimeOffset ExpiresAt { get; set; } = DateTimeOffset.MinValue;

        public bool IsLoaded(DateTimeOffset now) => InUse || ExpiresAt > now;
    }
}
