namespace Arena.Core.Roster;

/// <summary>What a running pull does at the moment.</summary>
public enum PullStage
{
    /// <summary>It is asked for, and nobody has begun.</summary>
    Starting,

    /// <summary>Other pulls run, and so many at once are enough.</summary>
    Waiting,

    /// <summary>The node looks the model up in the registry.</summary>
    Asking,

    Downloading,

    /// <summary>Everything is there; the node checks it and puts it in its place.</summary>
    Checking,

    /// <summary>The node was lost; it is asked again after a while.</summary>
    Reconnecting,
}
