namespace Arena.Core.Leaderboards;

/// <summary>What ballots are counted by.</summary>
public enum BallotProperty
{
    /// <summary>The language of the prompt, an ISO 639 code; <c>und</c> when it is not known.</summary>
    Language,

    /// <summary>The category of the prompt.</summary>
    Category,
}
