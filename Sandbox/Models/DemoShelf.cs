namespace Sandbox.Models;

/// <summary>The models a demo Ollama holds, and how far interrupted pulls have come.</summary>
internal sealed class DemoShelf(DemoBehaviour behaviour, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<(DemoModel Model, DateTimeOffset At)> _held = [.. Installed(time)];
    private readonly Dictionary<string, double> _partialPulls = [];

    /// <summary>The models held, newest first.</summary>
    public IReadOnlyList<(DemoModel Model, DateTimeOffset At)> Held
    {
        get
        {
            lock (_gate)
            {
                var listed = _held.OrderByDescending(model => model.At).ToList();
                if (behaviour.Settings.ListFaults)
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

    public void Add(DemoModel model)
    {
        lock (_gate)
        {
            _held.RemoveAll(one => one.Model == model);
            _held.Add((model, time.GetUtcNow()));
            _partialPulls.Remove(model.Tag);
        }
    }

    public bool Remove(DemoModel model)
    {
        lock (_gate)
            return _held.RemoveAll(one => one.Model == model) > 0;
    }

    /// <summary>How much of an interrupted pull is there already, 0 to 1.</summary>
    public double PulledSoFar(DemoModel model)
    {
        lock (_gate)
            return _held.Any(one => one.Model == model) ? 1 : _partialPulls.GetValueOrDefault(model.Tag);
    }

    public void KeepPulled(DemoModel model, double share)
    {
        lock (_gate)
            _partialPulls[model.Tag] = share;
    }

    public void Reset()
    {
        lock (_gate)
        {
            _partialPulls.Clear();
            _held.Clear();
            _held.AddRange(Installed(time));
        }
    }

    private static IEnumerable<(DemoModel Model, DateTimeOffset At)> Installed(TimeProvider time) =>
        DemoCatalog.Installed.Select((model, index) => (model, time.GetUtcNow().AddMinutes(-index)));
}
