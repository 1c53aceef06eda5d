using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Roster;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles;

/// <summary>Picks up where the last process ended, at whatever moment that was.</summary>
internal sealed partial class Recovery(
    IBattleStore battles, ISettlementStore settlements, RosterService roster, BattleQueue queue, WaitEstimate estimate,
    OpenBattles open, Announcer announcer, ILogger<Recovery> logger)
{
    /// <summary>Loads what is going on. Nothing is settled here: votes are reconciled first.</summary>
    /// <returns>The open votes.</returns>
    public async Task<IReadOnlyList<Battle>> RunAsync(CancellationToken cancellationToken)
    {
        await roster.ListAsync(cancellationToken);
        await settlements.EnsureRulesAsync(cancellationToken);
        foreach (var duration in (await battles.RecentDurationsAsync(WaitEstimate.Remembered, cancellationToken)).Reverse())
            estimate.End(duration);

        var voting = await battles.InStateAsync(BattleState.Voting, cancellationToken);
        foreach (var battle in voting.Where(battle => battle.Message is not null))
        {
            open.Open(battle);
            announcer.Tell(battle.Id);                          // its state may not have been shown yet, choices may be missing
        }

        var notShown = await battles.OverButNotShownAsync(cancellationToken);
        foreach (var battle in notShown)
            announcer.Tell(battle.Id);

        var again = await RequeueAsync(cancellationToken);
        if (again + voting.Count + notShown.Count > 0)
            Log.Recovered(logger, again, voting.Count, notShown.Count);
        return voting;
    }

    private async Task<int> RequeueAsync(CancellationToken cancellationToken)
    {
        // Battles asked for since this process started wait in the queue before they are stored; they have not been interrupted.
        HashSet<BattleId> known = [];
        await battles.RequeueEverythingAsync(() => known = [.. queue.InOrder.Select(waiting => waiting.Battle.Id)], cancellationToken);
        var waiting = await battles.InStateAsync(BattleState.Queued, cancellationToken);
        var again = waiting.Where(battle => battle.Restarts > 0 && !known.Contains(battle.Id)).ToList();
        foreach (var battle in again)
        {
            queue.Add(battle);
            announcer.Tell(battle.Id);
        }

        return again.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(1050, LogLevel.Information, "Went on after a restart; battles that start again: {Waiting}, open votes: {Voting}, ends to be shown: {NotShown}.")]
        public static partial void Recovered(ILogger logger, int waiting, int voting, int notShown);
    }
}
