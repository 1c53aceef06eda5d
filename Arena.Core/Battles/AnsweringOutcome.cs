using Arena.Core.Inference;

namespace Arena.Core.Battles;

/// <summary>How answering one battle ended.</summary>
internal abstract record AnsweringOutcome
{
    private AnsweringOutcome() { }

    /// <summary>Both sides are whole.</summary>
    public sealed record Complete(Answer A, Answer B) : AnsweringOutcome;

    /// <summary>A model failed for good.</summary>
    public sealed record Failed(VoidReason Reason, string Detail) : AnsweringOutcome;

    /// <summary>It is nobody's fault but the fleet's: it can be tried again when that is back.</summary>
    public sealed record FleetAway(string Detail) : AnsweringOutcome;
}
