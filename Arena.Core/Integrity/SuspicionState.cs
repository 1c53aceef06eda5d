namespace Arena.Core.Integrity;

/// <summary>What moderators made of a suspicion.</summary>
public enum SuspicionState
{
    Open,
    Excluded,
    Dismissed,
}
