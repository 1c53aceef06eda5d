namespace Arena.Core.Inference;

/// <summary>Whether the fleet holds a model.</summary>
public abstract record ModelLookup
{
    private ModelLookup() { }

    public sealed record Found(HostedModel Model) : ModelLookup;

    /// <param name="Why">One plain sentence.</param>
    public sealed record Malformed(string Why) : ModelLookup;

    /// <param name="DidYouMean">The held tag that is most like it, or null when none is.</param>
    public sealed record Missing(string? DidYouMean) : ModelLookup;

    /// <summary>No node could be asked.</summary>
    public sealed record Unreachable(string OperatorDetail) : ModelLookup;
}
