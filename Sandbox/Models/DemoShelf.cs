namespace Sandbox.Models;

/// <summary>The models a demo Ollama holds, and how far interrupted pulls have come.</summary>
internal sealed class DemoShelf(DemoBehaviour behaviour, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<(DemoModel Model, DateTimeOffset At)> _held = [.. Installed(time)];
    private readonly Dictionary<string, DemoDownload> _downloads = [];

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
            _downloads.Remove(model.Tag);
        }
    }

    public bool Remove(DemoModel model)
    {
        lock (_gate)
            return _held.RemoveAll(one => one.Model == model) > 0;
    }

    /// <summary>The download of a model that is not held, with what earlier pulls of it left.</summary>
    public DemoDownload Download(DemoModel model)
    {
        lock (_gate)
        {
            if (!_downloads.TryGetValue(model.Tag, out var download))
                _downloads.Add(model.Tag, download = new DemoDownload(time));
            return download;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _downloads.Clear();
            _held.Clear();
            _held.AddRange(Installed(time));
        }
    }

    private static IEnumerable<(DemoModel Model, DateTimeOffset At)> Installed(TimeProvider time) =>
        DemoCatalog.Installed.Select((model, index) => (model, time.GetUtcNow().AddMinutes(-index)));
}
