namespace Arena.Core.Battles.Voting;

/// <summary>How it became known that a member's reactions changed.</summary>
internal enum ReactionEventKind
{
    /// <summary>An event said so.</summary>
    Added,

    /// <summary>An event said so.</summary>
    Withdrawn,

    /// <summary>It stood when the message was read, and was not known.</summary>
    Found,

    /// <summary>It did not stand any more when the message was read.</summary>
    Gone,

    /// <summary>Which of those standing came last is not known.</summary>
    OrderLost,
}
