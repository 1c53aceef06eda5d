namespace Arena.Core.Integrity;

/// <summary>Where suspicions are stored, and the ballots that they rest on are read. Each deed is one transaction with its audit line.</summary>
internal interface ISuspicionStore
{
    /// <summary>Servers in which a battle settled after a moment, and the last such moment.</summary>
    Task<(IReadOnlyList<ServerId> Servers, DateTimeOffset? Last)> SettledAfterAsync(DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>A server's ballots that nobody has excluded, in battles that settled since a moment; and when each of their members first voted there. Not of those who were forgotten.</summary>
    Task<(IReadOnlyList<SeenBallot> Ballots, IReadOnlyDictionary<MemberId, DateTimeOffset> FirstBallots)> ReadAsync(
        ServerId server, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Stores a group, unless one that is open or dismissed is about it and it has not grown by half since.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<bool> TryAddAsync(ServerId server, VoteGroup group, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Those of a server, the latest first.</summary>
    Task<IReadOnlyList<Suspicion>> ListAsync(ServerId server, CancellationToken cancellationToken);

    Task<Suspicion?> FindAsync(ServerId server, SuspicionId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Suspect>> SuspectsAsync(Suspicion suspicion, CancellationToken cancellationToken);

    /// <exception cref="DatabaseException">It could not be stored.</exception>
    Task<(DecideResult Result, IReadOnlyList<Battles.BattleId> Touched)> DecideAsync(
        ServerId server, SuspicionId id, SuspicionDecision decision, MemberId by, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Open ones of which the moderators have not been told.</summary>
    Task<IReadOnlyList<Suspicion>> UntoldAsync(CancellationToken cancellationToken);

    Task ToldAsync(SuspicionId id, ChannelId channel, MessageId message, CancellationToken cancellationToken);
}
