namespace Arena.Core.Roster;

/// <summary>How far a pull is, as it is stored.</summary>
public enum PullState
{
    /// <summary>Waits its turn or downloads; goes on after a restart.</summary>
    Running,

    Done,
    Failed,
    Cancelled,
}
