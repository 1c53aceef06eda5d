namespace Arena.Core.Roster;

/// <summary>Where a model stands between the roster and play: its status, with what takes it out of play besides.</summary>
public enum ModelCondition
{
    /// <summary>Can be drawn.</summary>
    Playing,

    /// <summary>Benched by itself, after too many failures in a row.</summary>
    Benched,

    /// <summary>Keeps its rating, plays no more.</summary>
    Retired,

    /// <summary>Contaminated or broken: shown with a mark, never drawn.</summary>
    Flagged,

    /// <summary>Not on the roster any more; its history stays.</summary>
    Removed,
}
