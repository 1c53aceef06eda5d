namespace Arena.Core.Battles;

/// <summary>What closed a vote.</summary>
public enum SettleCause
{
    ClosingTime,
    Quorum,
    Reveal,
}
