namespace Arena.Core.Battles;

/// <summary>What closed a vote.</summary>
public enum SettleCause
{
    ClosingTime,
    Quorum,
    Reveal,

    /// <summary>None: a duel is over once both have answered.</summary>
    Answered,
}
