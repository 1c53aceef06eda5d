using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;

namespace Arena.Core.Battles;

/// <summary>
/// Where battles and their answers are kept. Each method that changes something is one transaction, durable when it
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

    /// <summary>The answers of a battle's last turn that is answered; both sides from the vote on.</summary>
    Task<IReadOnlyDictionary<Side, Answer>> AnswersAsync(BattleId battle, CancellationToken cancellationToken);

    /// <summary>The turns of a battle that are answered, in order.</summary>
    Task<IReadOnlyList<AnsweredTurn>> ConversationAsync(BattleId battle, CancellationToken cancellationToken);

    /// <summary>Stores a new battle, unless it is refused or one of its models may not play any more.</summary>
    /// <param name="battle">Its id is not known yet.</param>
    /// <param name="since">Battles that the member started before are not told to <paramref name="refuse"/>.</param>
    /// <param name="refuse">
    /// Told what is going on already. Nobody else adds a battle meanwhile, so two requests at once do not both take the last place.
    /// </param>
    Task<QueueOutcome> QueueAsync(Battle battle, DateTimeOffset since, Func<StartCounts, StartResult?> refuse, CancellationToken cancellationToken);

    /// <summary>The first message stays the battle's message. False when it has one.</summary>
    Task<bool> TrySetMessageAsync(BattleId id, MessageId message, CancellationToken cancellationToken);

    /// <summary>It is being answered; true also when it was already.</summary>
    Task<bool> TryBeginGeneratingAsync(BattleId id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A battle that was being answered waits again.</summary>
    /// <param name="begunAlready">Members saw it answering, so it starts again.</param>
    Task<bool> TryRequeueAsync(BattleId id, bool begunAlready, CancellationToken cancellationToken);

    /// <summary>After a restart: everything that waited or was being answered starts again.</summary>
    /// <param name="except">Asked for since then.</param>
    Task RequeueEverythingAsync(IReadOnlySet<BattleId> except, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a further question of a battle whose vote is open and has no ballot, and puts it back to those that wait. A ballot that comes at the
    /// same moment is before it or after it.
    /// </summary>
    /// <param name="turn">The turn that the question follows.</param>
    /// <param name="refuse">Told what is going on already, counted for <paramref name="by"/>.</param>
    Task<FollowUpResult> AskFurtherAsync(
        BattleId id, int turn, MemberId by, string question, DateTimeOffset at, Func<StartCounts, StartResult?> refuse,
        CancellationToken cancellationToken);

    /// <summary>Takes back a further question that waits or is being answered: the vote is open again, on the conversation before it.</summary>
    /// <param name="moderator">Who took back somebody else's, for the audit.</param>
    /// <returns>False: there is no such question.</returns>
    Task<bool> TryTakeBackAsync(BattleId id, VoidReason reason, DateTimeOffset at, MemberId? moderator, CancellationToken cancellationToken);

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
