namespace Sandbox.Models;

/// <summary>How a demo Ollama behaves: its settings, and the faults planned for its next answers.</summary>
internal sealed class DemoBehaviour
{
    private readonly Lock _gate = new();
    private readonly List<PlannedFault> _planned = [];
    private volatile DemoSettings _settings = new();

    public DemoSettings Settings => _settings;

    public IReadOnlyList<PlannedFault> Planned
    {
        get
        {
            lock (_gate)
                return [.. _planned];
        }
    }

    public void Change(Func<DemoSettings, DemoSettings> change)
    {
        lock (_gate)
            _settings = change(_settings);
    }

    public void Plan(PlannedFault fault)
    {
        lock (_gate)
            _planned.Add(fault);
    }

    public void Reset()
    {
        lock (_gate)
        {
            _settings = new DemoSettings();
            _planned.Clear();
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
                _planned.RemoveAt(at);
            else
                _planned[at] = fault with { Times = fault.Times - 1 };

            return fault.Fault;
        }
    }
}
