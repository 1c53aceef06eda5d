namespace Arena.Core.Battles.Generating;

/// <summary>Whether the models could be reached lately, as far as the engine noticed.</summary>
internal sealed class FleetHealth
{
    private volatile bool _reachable = true;

    public bool IsReachable
    {
        get => _reachable;
        set => _reachable = value;
    }
}
