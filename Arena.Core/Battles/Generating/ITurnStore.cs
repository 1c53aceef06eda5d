using Arena.Core.Battles.Starting;
using Arena.Core.Inference;

namespace Arena.Core.Battles.Generating;

/// <summary>Where the conversation of a battle is kept: the answers of its turns, and the questions after the prompt.</summary>
/// <remarks>All methods that change something throw <see cref="DatabaseException"/> when nothing can be stored.</remarks>
internal interface ITurnStore
{
    /// <summary>The answers of a battle's last turn that is answered; both sides from the vote on.</summary>
    Task<IReadOnlyDictionary<Side, Answer>> AnswersAsync(BattleId battle, CancellationToken cancellationToken);

    /// <summary>The turns of a battle that are answered, in order.</summary>
    Task<IReadOnlyList<AnsweredTurn>> ConversationAsync(BattleId battle, CancellationToken cancellationToken);

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
}
