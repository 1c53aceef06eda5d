namespace Arena.Core.Inference;

/// <summary>How one node was a moment ago.</summary>
/// <param name="Version">Null when it could not be reached.</param>
/// <param name="Loaded">What it has in memory. Which models play right now can be read from it: not for members.</param>
/// <param name="Failure">Why it could not be asked, or null.</param>
/// <param name="Problem">The same in the operator's words.</param>
public sealed record NodeStatus(
    Uri Address, string? Version, IReadOnlyList<LoadedModel> Loaded, ModelHostFailure? Failure, string? Problem)
{
    public bool IsReachable => Failure is null;
}
