namespace Arena.Core.Integrity;

/// <summary>What a moderator may say to a suspicion.</summary>
public enum SuspicionDecision
{
    /// <summary>Take all ballots of its accounts out of the ratings.</summary>
    Exclude,

    /// <summary>Nothing is wrong with them.</summary>
    Dismiss,

    /// <summary>Put the excluded ballots back.</summary>
    TakeBack,
}
