namespace Arena.Core.Roster;

/// <summary>What became of a change to the roster.</summary>
public abstract record RosterResult
{
    private RosterResult() { }

    /// <param name="Model">As it is now.</param>
    public sealed record Done(Model Model) : RosterResult;

    /// <summary>It is as was asked for already.</summary>
    public sealed record Unchanged(Model Model) : RosterResult;

    public sealed record NotOnRoster(string Tag, string? DidYouMean) : RosterResult;

    /// <summary>What was given does not do; <paramref name="Why"/> is a plain sentence.</summary>
    public sealed record Malformed(string Why) : RosterResult;
}
