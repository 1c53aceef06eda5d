namespace Arena.Core.Integrity;

/// <summary>A group of accounts whose votes on one model looked agreed upon, as it was noticed, and what moderators made of it.</summary>
/// <param name="Tag">The model.</param>
/// <param name="Members">The accounts.</param>
/// <param name="DecidedBy">The moderator; null while it is open.</param>
/// <param name="Channel">Where its notice to the moderators is; null while there is none.</param>
public sealed record Suspicion(
    SuspicionId Id, ServerId Server, string Tag, SuspicionEvidence Evidence, IReadOnlyList<MemberId> Members, DateTimeOffset NoticedAt,
    SuspicionState State, MemberId? DecidedBy, DateTimeOffset? DecidedAt, ChannelId? Channel, MessageId? Message);
