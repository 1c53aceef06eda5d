namespace Arena.Core.Roster;

/// <summary>What became of asking for a pull.</summary>
public abstract record StartPullResult
{
    private StartPullResult() { }

    /// <summary>It runs, or waits its turn. <see cref="Pull.Message"/> is null where the channel takes no message; the pull runs all the same.</summary>
    public sealed record Started(Pull Pull) : StartPullResult;

    /// <summary>The same model is being pulled already.</summary>
    public sealed record AlreadyRunning(Pull Pull) : StartPullResult;

    /// <summary>A node holds it already.</summary>
    /// <param name="CanChat">Whether it could be put on the roster.</param>
    /// <param name="Plays">Whether it is on the roster, and in play.</param>
    public sealed record AlreadyHeld(string Tag, bool CanChat, bool Plays) : StartPullResult;

    /// <summary>Not a tag; <paramref name="Why"/> is a plain sentence.</summary>
    public sealed record Malformed(string Why) : StartPullResult;

    /// <summary>No node could be asked.</summary>
    public sealed record NodesUnreachable : StartPullResult;
}
