namespace Arena.Core.Battles;

/// <summary>Why a ballot is kept but not counted.</summary>
public enum UncountedReason
{
    /// <summary>Several reactions of the member stand, and which came last is not known.</summary>
    SeveralStanding,
}
