namespace Sandbox.Models;

/// <summary>The state of one demo Ollama: what it holds, what is loaded, what it is doing, how it is to misbehave.</summary>
internal sealed class DemoHost(TimeProvider time)
{
    private const int MaxLoaded = 3;
    private const int CallsKept = 500;

    private readonly Lock gate = new();
    private readonly List<(DemoModel Model, DateTimeOffset At)> held =
        [.. DemoCatalog.Installed.Select((model, index) => (model, time.GetUtcNow().AddMinutes(-index)))];

    private readonly Dictionary<string, Runner> runners = [];
    private readonly Dictionary<string, double> partialPulls = [];
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly Queue<DemoCall> calls = [];
    private readonly List<PlannedFault> planned = [];
    private volatile DemoSettings settings = new();
    private int lastCall;
    private int waiting;

    public TimeProvider Time { get; } = time;

    public DemoSettings Settings => settings;

    public void Change(Func<DemoSettings, DemoSettings> change)
    {
        lock (gate)
        {
            settings = change(settings);
        }
    }

    public void Plan(PlannedFault fault)
    {
        lock (gate)
        {
            planned.Add(fault);
        }
    }

    public IReadOnlyList<PlannedFault> Planned
    {
        get
        {
            lock (gate)
            {
                return [.. planned];
            }
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            settings = new DemoSettings();
            planned.Clear();
            partialPulls.Clear();
            held.Clear();
            held.AddRange(DemoCatalog.Installed.Select((model, index) => (model, Time.GetUtcNow().AddMinutes(-index))));
        }
    }

    /// <summary>The fault of the next answer of this model: its own, or a planned one, which is then used up.</summary>
    public Fault TakeFault(DemoModel model)
    {
        if (model.Fault != Fault.None)
        {
            return model.Fault;
        }

        lock (gate)
        {
            var at = planned.FindIndex(fault => fault.Model is null || fault.Model == model.Tag);
            if (at < 0)
            {
                return Fault.None;
            }

            var fault = planned[at];
            if (fault.Times <= 1)
            {
                planned.RemoveAt(at);
            }
            else
            {
                planned[at] = fault with { Times = fault.Times - 1 };
            }

            return fault.Fault;
        }
    }

    /// <summary>The models held, newest first.</summary>
    public IReadOnlyList<(DemoModel Model, DateTimeOffset At)> Held
    {
        get
        {
            lock (gate)
            {
                var listed = held.OrderByDescending(model => model.At).ToList();
                if (settings.ListFaults)
                {
                    listed.AddRange(DemoCatalog.Faulty.Select(model => (model, DateTimeOffset.UnixEpoch)));
                }

                return listed;
            }
        }
    }

    public DemoModel? Find(string name)
    {
        var full = DemoNames.Full(name);
        lock (gate)
        {
            return held.Select(model => model.Model).Concat(DemoCatalog.Faulty)
                .FirstOrDefault(model => model.Tag.Equals(full, StringComparison.OrdinalIgnoreCase));
        }
    }

    public bool Delete(DemoModel model)
    {
        lock (gate)
        {
            runners.Remove(model.Tag);
            return held.RemoveAll(one => one.Model == model) > 0;
        }
    }

    public void Hold(DemoModel model)
    {
        lock (gate)
        {
            held.RemoveAll(one => one.Model == model);
            held.Add((model, Time.GetUtcNow()));
            partialPulls.Remove(model.Tag);
        }
    }

    /// <summary>How much of an interrupted pull is there already, 0 to 1.</summary>
    public double PulledSoFar(DemoModel model)
    {
        lock (gate)
        {
            return held.Any(one => one.Model == model) ? 1 : partialPulls.GetValueOrDefault(model.Tag);
        }
    }

    public void KeepPulled(DemoModel model, double share)
    {
        lock (gate)
        {
            partialPulls[model.Tag] = share;
        }
    }

    public DemoCall Begin(string path, string model)
    {
        lock (gate)
        {
            var call = new DemoCall(++lastCall, path, model, Time.GetUtcNow());
            calls.Enqueue(call);
            if (calls.Count > CallsKept)
            {
                calls.Dequeue();
            }

            return call;
        }
    }

    public IReadOnlyList<DemoCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>The models in memory, latest expiry first.</summary>
    public IReadOnlyList<LoadedDemo> Loaded
    {
        get
        {
            lock (gate)
            {
                var now = Time.GetUtcNow();
                return [.. runners.Values
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
        lock (gate)
        {
            if (!runners.TryGetValue(model.Tag, out runner!))
            {
                runners[model.Tag] = runner = new Runner(model);
            }
        }

        if (!runner.Slot.Wait(0, CancellationToken.None))
        {
            try
            {
                if (Interlocked.Increment(ref waiting) > settings.MaxQueue)
                {
                    return null;
                }

                await runner.Slot.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
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
        lock (gate)
        {
            if (runners.TryGetValue(model.Tag, out var runner))
            {
                runner.ExpiresAt = DateTimeOffset.MinValue;
            }
        }
    }

    private async Task LoadAsync(Runner runner, int context, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (runner.IsLoaded(Time.GetUtcNow()) && runner.Context == context)
            {
                runner.InUse = true;
                return;
            }
        }

        await loading.WaitAsync(cancellationToken);
        try
        {
            MakeRoom(runner);
            var length = settings.LoadMs is { } ms ? TimeSpan.FromMilliseconds(ms) : runner.Model.LoadTime;
            if (length > TimeSpan.Zero)
            {
                await Task.Delay(length, Time, cancellationToken);
            }

            lock (gate)
            {
                runner.Context = context;
                runner.ExpiresAt = Time.GetUtcNow().AddMinutes(5);
                runner.InUse = true;
            }
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The idle model that would go first anyway makes room, as Ollama does it.</summary>
    private void MakeRoom(Runner runner)
    {
        lock (gate)
        {
            var now = Time.GetUtcNow();
            var others = runners.Values.Where(other => other != runner && other.IsLoaded(now)).OrderBy(other => other.ExpiresAt).ToList();
            foreach (var idle in others.Where(other => !other.InUse).Take(Math.Max(0, others.Count - MaxLoaded + 1)))
            {
                idle.ExpiresAt = DateTimeOffset.MinValue;
            }
        }
    }

    private void Release(Runner runner, TimeSpan keepAlive)
    {
        lock (gate)
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
