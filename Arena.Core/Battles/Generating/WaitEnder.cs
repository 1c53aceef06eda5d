using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Generating;

/// <summary>
/// Ends the waiting of a battle that is not to be answered: a further turn is taken back and the vote on those before it opens again, since they
/// are worth a vote; without one the battle is void.
/// </summary>
internal sealed partial class WaitEnder(
    IBattleStore battles, ITurnStore turns, Voider voider, BattleQueue queue, RunningBattles running, OpenBattles open, ClosingClock clock,
    Announcer announcer, TimeProvider time, ILogger<WaitEnder> logger)
{
    /// <summary>False: it did not wait any more.</summary>
    /// <param name="detail">For the operator.</param>
    /// <param name="moderator">Who cancelled somebody else's battle or question, for the audit.</param>
    public async Task<bool> EndAsync(
        BattleId id, VoidReason reason, string? detail, CancellationToken cancellationToken, MemberId? moderator = null)
    {
        if (!await turns.TryTakeBackAsync(id, reason, time.GetUtcNow(), moderator, cancellationToken))
            return await voider.VoidAsync(id, reason, detail, onlyWaiting: true, cancellationToken, moderator);

        Log.TakenBack(logger, id, reason, detail ?? "");
        queue.Remove(id);
        // While it is being answered, whoever runs it opens the vote, after its last piece of text.
        if (!running.TryStop(id))
        {
            await ReopenAsync(id, cancellationToken);
            announcer.Tell(id);
        }

        return true;
    }

    /// <summary>Makes the vote of a battle whose further turn was taken back an open one; nothing if it was not.</summary>
    public async Task ReopenAsync(BattleId id, CancellationToken cancellationToken)
    {
        if (await battles.FindAsync(id, cancellationToken) is not { State: BattleState.Voting } battle)
            return;
        open.NoteEarly(open.Open(battle).Message);              // it could be reacted to all the time
        clock.Start(battle);
    }

    private static partial class Log
    {
        [LoggerMessage(1120, LogLevel.Information, "The further turn of battle {Battle} is taken back: {Reason}. {Detail}")]
        public static partial void TakenBack(ILogger logger, BattleId battle, VoidReason reason, string detail);
    }
}
