using Arena.Core.Inference;

namespace Arena.Core.Battles;

/// <summary>
/// Where battles are kept. Each method that changes something is one transaction, durable when it
/// returns; each change of state happens only from the state it expects, so asked twice, it happens once.
/// </summary>
/// <remarks>All methods throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface IBattleStore
{
    Task<Battle?> FindAsync(BattleId id, CancellationToken cancellationToken);

    Task<Battle?> FindByMessageAsync(MessageId message, CancellationToken cancellationToken);

    /// <summary>Queued and generating battles of a server, oldest first.</summary>
    Task<IReadOnlyList<Battle>> WaitingAsync(ServerId server, CancellationToken cancellationToken);

    Task<IReadOnlyList<Battle>> InStateAsync(BattleState state, CancellationToken cancellationToken);

    /// <summary>Battles of a channel that are not over.</summary>
    Task<IReadOnlyList<Battle>> GoingOnInChannelAsync(ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Battles of a server that are not over.</summary>
    Task<IReadOnlyList<Battle>> GoingOnInServerAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>Battles that are over while their message does not say so yet.</summary>
    Task<IReadOnlyList<Battle>> OverButNotShownAsync(CancellationToken cancellationToken);

    /// <summary>The channel of a server's last battle; null before any.</summary>
    Task<ChannelId?> LastChannelAsync(ServerId server, CancellationToken cancellationToken);

    /// <summary>How long the last battles took to be answered, the newest first.</summary>
    Task<IReadOnlyList<TimeSpan>> RecentDurationsAsync(int count, CancellationToken cancellationToken);

    /// <summary>One server's battles, or all.</summary>
    Task<StateCounts> CountAsync(ServerId? server, CancellationToken cancellationToken);

    /// <summary>The first message stays the battle's message. False when it has one.</summary>
    Task<bool> TrySetMessageAsync(BattleId id, MessageId message, CancellationToken cancellationToken);

    /// <summary>It is being answered; true also when it was already.</summary>
    Task<bool> TryBeginGeneratingAsync(BattleId id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A battle that was being answered waits again.</summary>
    /// <param name="begunAlready">Members saw it answering, so it starts again.</param>
    Task<bool> TryRequeueAsync(BattleId id, bool begunAlready, CancellationToken cancellationToken);

    /// <summary>After a restart: everything that waited or was being answered starts again.</summary>
    /// <param name="except">Asked for since then. Asked while nobody else can write, so that no battle is stored unknown to it.</param>
    Task RequeueEverythingAsync(Func<IReadOnlySet<BattleId>> except, CancellationToken cancellationToken);

    /// <summary>Stores both answers and opens the vote.</summary>
    Task<bool> TryOpenVotingAsync(
        BattleId id, DateTimeOffset at, DateTimeOffset closesAt, Answer a, Answer b, CancellationToken cancellationToken);

    /// <summary>Stores both answers of a duel, which is settled with that.</summary>
    /// <param name="at">It is settled then, or later: instants of settlement strictly increase.</param>
    Task<bool> TryEndDuelAsync(BattleId id, DateTimeOffset at, Answer a, Answer b, CancellationToken cancellationToken);

    /// <summary>Ends a battle that is not over.</summary>
    /// <param name="detail">For the operator.</param>
    /// <param name="onlyWaiting">Leaves it alone when its vote is open already.</param>
    /// <param name="moderator">Who cancelled somebody else's battle, for the audit; null where it was nobody's deed but the starter's.</param>
    Task<bool> TryVoidAsync(
        BattleId id, VoidReason reason, string? detail, DateTimeOffset at, bool onlyWaiting, MemberId? moderator, CancellationToken cancellationToken);

    /// <summary>Whether the battle's message is known to show the state that it is in, or has shown it and is to show what changed since.</summary>
    Task<bool> IsShownAsync(BattleId id, CancellationToken cancellationToken);

    /// <summary>The battle's message shows this state now. Nothing happens when the battle is in another by now.</summary>
    Task MarkShownAsync(BattleId id, BattleState state, CancellationToken cancellationToken);
}
