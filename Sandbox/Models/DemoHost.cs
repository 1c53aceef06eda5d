namespace Sandbox.Models;

/// <summary>The state of one demo Ollama: what it holds, what is loaded, what it is doing, how it is to misbehave.</summary>
internal sealed class DemoHost(TimeProvider time)
{
    private const int MaxLoaded = 3;
    private const int CallsKept = 500;

    private readonly Lock _gate = new();
    private readonly List<(DemoModel Model, DateTimeOffset At)> _held =
        [.. DemoCatalog.Installed.Select((model, index) => (model, time.GetUtcNow().AddMinutes(-index)))];

    private readonly Dictionary<string, Runner> _runners = [];
    private readonly Dictionary<string, double> _partialPulls = [];
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly Queue<DemoCall> _calls = [];
    private readonly List<PlannedFault> _planned = [];
    private volatile DemoSettings _settings = new();
    private int _lastCall;
    private int _waiting;

    public TimeProvider Time { get; } = time;

    public DemoSettings Settings => _settings;

    public void Change(Func<DemoSettings, DemoSettings> change)
    {
        lock (_gate)
        {
            _settings = change(_settings);
        }
    }

    public void Plan(PlannedFault fault)
    {
        lock (_gate)
        {
            _planned.Add(fault);
        }
    }

    public IReadOnlyList<PlannedFault> Planned
    {
        get
        {
            lock (_gate)
            {
                return [.. _planned];
            }
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _settings = new DemoSettings();
            _planned.Clear();
            _partialPulls.Clear();
            _held.Clear();
            _held.AddRange(DemoCatalog.Installed.Select((model, index) => (model, Time.GetUtcNow().AddMinutes(-index))));
        }
    }

    /// <summary>The fault of the next answer of this model: its own, or a planned one, which is then used up.</summary>
    public Fault TakeFault(DemoModel model)
    {
        if (model.Fault != Fault.None)
            return model.Fault;

        lock (_gate)
        {
            var at = _planned.FindIndex(fault => fault.Model is null || fault.Model == model.Tag);
            if (at < 0)
                return Fault.None;

            var fault = _planned[at];
            if (fault.Times <= 1)
            {
                _planned.RemoveAt(at);
            }
            else
            {
                _planned[at] = fault with { Times = fault.Times - 1 };
            }

            return fault.Fault;
        }
    }

    /// <summary>The models held, newest first.</summary>
    public IReadOnlyList<(DemoModel Model, DateTimeOffset At)> Held
    {
        get
        {
            lock (_gate)
            {
                var listed = _held.OrderByDescending(model => model.At).ToList();
                if (_settings.ListFaults)
                    listed.AddRange(DemoCatalog.Faulty.Select(model => (model, DateTimeOffset.UnixEpoch)));

                return listed;
            }
        }
    }

    public DemoModel? Find(string name)
    {
        var full = DemoNames.Full(name);
        lock (_gate)
        {
            return _held.Select(model => model.Model).Concat(DemoCatalog.Faulty)
                .FirstOrDefault(model => model.Tag.Equals(full, StringComparison.OrdinalIgnoreCase));
        }
    }

    public bool Delete(DemoModel model)
    {
        lock (_gate)
        {
            _runners.Remove(model.Tag);
            return _held.RemoveAll(one => one.Model == model) > 0;
        }
    }

    public void Hold(DemoModel model)
    {
        lock (_gate)
        {
            _held.RemoveAll(one => one.Model == model);
            _held.Add((model, Time.GetUtcNow()));
            _partialPulls.Remove(model.Tag);
        }
    }

    /// <summary>How much of an interrupted pull is there already, 0 to 1.</summary>
    public double PulledSoFar(DemoModel model)
    {
        lock (_gate)
        {
            return _held.Any(one => one.Model == model) ? 1 : _partialPulls.GetValueOrDefault(model.Tag);
        }
    }

    public void KeepPulled(DemoModel model, double share)
    {
        lock (_gate)
        {
            _partialPulls[model.Tag] = share;
        }
    }

    public DemoCall Begin(string path, string model)
    {
        lock (_gate)
        {
            var call = new DemoCall(++_lastCall, path, model, Time.GetUtcNow());
            _calls.Enqueue(call);
            if (_calls.Count > CallsKept)
                _calls.Dequeue();

            return call;
        }
    }

    public IReadOnlyList<DemoCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The models in memory, latest expiry first.</summary>
    public IReadOnlyList<LoadedDemo> Loaded
    {
        get
        {
            lock (_gate)
            {
                var now = Time.GetUtcNow();
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
        var asked = Time.GetTimestamp();
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
                if (Interlocked.Increment(ref _waiting) > _settings.MaxQueue)
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
            return new DemoLease(Time.GetElapsedTime(asked), keepAlive => Release(runner, keepAlive));
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

    private async Task LoadAsync(Runner runner, int context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (runner.IsLoaded(Time.GetUtcNow()) && runner.Context == context)
            {
                runner.InUse = true;
                return;
            }
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            MakeRoom(runner);
            var length = _settings.LoadMs is { } ms ? TimeSpan.FromMilliseconds(ms) : runner.Model.LoadTime;
            if (length > TimeSpan.Zero)
                await Task.Delay(length, Time, cancellationToken);

            lock (_gate)
            {
                runner.Context = context;
                runner.ExpiresAt = Time.GetUtcNow().AddMinutes(5);
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
            var now = Time.GetUtcNow();
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
                ? Time.GetUtcNow().AddTicks(long.MaxValue / TimeSpan.NanosecondsPerTick)
                : Time.GetUtcNow() + keepAlive;
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
