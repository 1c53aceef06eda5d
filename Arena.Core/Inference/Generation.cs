namespace Arena.Core.Inference;

/// <summary>How asking the fleet for an answer ended. The caller's own cancellation is none of these: it throws.</summary>
public abstract record Generation
{
    private Generation() { }

    public sealed record Complete(Answer Answer) : Generation;

    /// <param name="OperatorDetail">All that is known, for the log; never for members.</param>
    public sealed record Failed(GenerationFailure Kind, string OperatorDetail) : Generation;
}
