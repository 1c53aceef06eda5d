namespace Arena.Core.Integrity;

/// <summary>A member of whom there are ballots, without what they chose.</summary>
/// <param name="FirstBallotAt">The first in the server, ever.</param>
/// <param name="Seconds">The median from the opening of a vote until their ballot.</param>
internal sealed record VoterProfile(MemberId Id, DateTimeOffset FirstBallotAt, double Seconds)
{
    public DateTimeOffset MadeAt { get; } = Id.CreatedAt;

    /// <summary>How old the account was at its first ballot.</summary>
    public TimeSpan AgeAtFirst => FirstBallotAt - MadeAt;
}
