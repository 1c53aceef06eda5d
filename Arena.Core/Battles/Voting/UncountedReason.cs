namespace Arena.Core.Battles.Voting;

/// <summary>Why a ballot is kept but not counted.</summary>
public enum UncountedReason
{
    /// <summary>Several reactions of the member stand, and which came last is not known.</summary>
    SeveralStanding,

    /// <summary>The account is younger than the server asks.</summary>
    AccountTooYoung,

    /// <summary>The member has not been in the server for as long as it asks.</summary>
    JoinedTooLately,

    /// <summary>The member is banned from this server's arena.</summary>
    Banned,

    /// <summary>Moderators excluded it; they may take that back.</summary>
    Excluded,

    /// <summary>An answer of the battle says which model it is of.</summary>
    IdentityLeak,
}
