using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Settling;

/// <summary>Ends battles without a result.</summary>
internal sealed partial class Voider(
    IBattleStore battles, BattleQueue queue, RunningBattles running, OpenBattles open, Announcer announcer,
    TimeProvider time, ILogger<Voider> logger)
{
    /// <summary>Makes the battle void if it is not over. False: it was over already, or its vote is open and it had to wait.</summary>
    /// <param name="detail">For the operator.</param>
    /// <param name="onlyWaiting">Leave it alone once its vote is open.</param>
    /// <param name="moderator">Who cancelled somebody else's battle, for the audit.</param>
    public async Task<bool> VoidAsync(
        BattleId id, VoidReason reason, string? detail, bool onlyWaiting, CancellationToken cancellationToken, MemberId? moderator = null)
    {
        if (!await battles.TryVoidAsync(id, reason, detail, time.GetUtcNow(), onlyWaiting, moderator, cancellationToken))
            return false;

        Log.Voided(logger, id, reason, detail ?? "");
        queue.Remove(id);
        if (await battles.FindAsync(id, cancellationToken) is { } battle)
            open.Close(battle);
        // While it is being answered, whoever runs it shows the end, after its last piece of text.
        if (!running.TryStop(id))
            announcer.Tell(id);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Information, "Battle {Battle} is void: {Reason}. {Detail}")]
        public static partial void Voided(ILogger logger, BattleId battle, VoidReason reason, string detail);
    }
}
