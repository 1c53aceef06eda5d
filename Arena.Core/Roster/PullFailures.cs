using Arena.Core.Inference;

namespace Arena.Core.Roster;

/// <summary>What a failed pull failed of, by what the node said.</summary>
internal static class PullFailures
{
    // Ollama says in words what went wrong between it, its disk and the registry.
    private static readonly (string Words, PullFailure Failure)[] Said =
    [
        ("no space left on device", PullFailure.DiskFull),
        ("not enough space on the disk", PullFailure.DiskFull),
        ("disk quota exceeded", PullFailure.DiskFull),
        ("file does not exist", PullFailure.UnknownModel),
        ("requires a newer version of Ollama", PullFailure.NodeTooOld),
        ("no such host", PullFailure.RegistryUnreachable),
        ("server misbehaving", PullFailure.RegistryUnreachable),
        ("dial tcp", PullFailure.RegistryUnreachable),
        ("max retries exceeded", PullFailure.RegistryUnreachable),
        ("connection refused", PullFailure.RegistryUnreachable),
        ("connection reset", PullFailure.RegistryUnreachable),
        ("timeout", PullFailure.RegistryUnreachable),
        ("deadline exceeded", PullFailure.RegistryUnreachable),
        ("network is unreachable", PullFailure.RegistryUnreachable),
        ("unexpected EOF", PullFailure.RegistryUnreachable),
    ];

    public static PullFailure Of(ModelHostException problem) => problem.Failure switch
    {
        ModelHostFailure.ModelMissing => PullFailure.UnknownModel,
        ModelHostFailure.Unreachable or ModelHostFailure.ConnectionLost or ModelHostFailure.StreamCut or ModelHostFailure.Busy => PullFailure.NodeLost,
        ModelHostFailure.Silent or ModelHostFailure.Stalled or ModelHostFailure.TookTooLong => PullFailure.Silent,
        ModelHostFailure.NotOllama => PullFailure.NotOllama,
        _ => Said.Where(known => problem.HostText?.Contains(known.Words, StringComparison.OrdinalIgnoreCase) == true)
            .Select(known => (PullFailure?)known.Failure).FirstOrDefault() ?? PullFailure.Other,
    };
}
