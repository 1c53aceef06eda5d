namespace Sandbox.Models;

/// <summary>What can be changed while the demo models run. Null means each model's own.</summary>
internal sealed record DemoSettings
{
    /// <summary>From here on tokens come without any waiting.</summary>
    public const double AsFastAsPossible = 10_000;

    public double? TokensPerSecond { get; init; }

    public int? LoadMs { get; init; }

    public int PullMs { get; init; } = 6000;

    public PullFault PullFault { get; init; }

    /// <summary>Room for one model on the node's disk.</summary>
    public long DiskBytes { get; init; } = 120_000_000_000;

    public int MaxQueue { get; init; } = 512;

    public bool ListFaults { get; init; }
}
