namespace Arena.Core.Battles.Voting;

/// <summary>What the rules of a server say of a ballot at the moment it is cast.</summary>
internal enum Fitness
{
    /// <summary>It is not cast anew: as was said when it was.</summary>
    AsBefore,

    Fit,
    AccountTooYoung,
    JoinedTooLately,

    /// <summary>The server asks for a membership, and the member has left. A ballot that stood before they did stays as it was.</summary>
    HasLeft,
}
