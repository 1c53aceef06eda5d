using Arena.Core.Inference;

namespace Arena.Core.Battles.Generating;

/// <summary>How answering one battle ended.</summary>
internal abstract record AnsweringOutcome
{
    private AnsweringOutcome() { }

    /// <summary>Both sides are whole.</summary>
    public sealed record Complete(Answer A, Answer B) : AnsweringOutcome;

    /// <summary>A model failed for good.</summary>
    /// <param name="Faults">Each side that failed; of a side that is not among them nothing is known.</param>
    public sealed record Failed(VoidReason Reason, string Detail, IReadOnlyList<Fault> Faults) : AnsweringOutcome;

    /// <summary>It is nobody's fault but the fleet's: it can be tried again when that is back.</summary>
    public sealed record FleetAway(string Detail) : AnsweringOutcome;
}
