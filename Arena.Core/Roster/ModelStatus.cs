namespace Arena.Core.Roster;

/// <summary>Whether a model plays.</summary>
public enum ModelStatus
{
    /// <summary>Can be drawn.</summary>
    Active,

    /// <summary>Keeps its rating, plays no more.</summary>
    Retired,

    /// <summary>Contaminated or broken: shown with a mark, never drawn.</summary>
    Flagged,
}
