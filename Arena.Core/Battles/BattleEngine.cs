using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;

namespace Arena.Core.Battles;

/// <summary>
/// The arena's engine: answers the waiting battles one at a time, shows them, closes votes in time, and picks all of it up
/// again after a restart.
/// </summary>
public sealed class BattleEngine
{
    private readonly Recovery _recovery;
    private readonly Announcer _announcer;
    private readonly Settlements _settlements;
    private readonly Reconciler _reconciler;
    private readonly WaitingRoom _waitingRoom;
    private readonly BattleQueue _queue;
    private readonly BattleRunner _runner;
    private readonly ClosingClock _clock;

    internal BattleEngine(
        Recovery recovery, Announcer announcer, Settlements settlements, Reconciler reconciler, Voider voider, WaitingRoom waitingRoom,
        BattleQueue queue, BattleRunner runner, ClosingClock clock)
    {
        (_recovery, _announcer, _settlements, _reconciler) = (recovery, announcer, settlements, reconciler);
        (_waitingRoom, _queue, _runner, _clock) = (waitingRoom, queue, runner, clock);
        announcer.OnUnshowable = (id, reason, detail, cancellationToken) =>
            voider.VoidAsync(id, reason, detail, onlyWaiting: false, cancellationToken);
        announcer.OnEarlyReactions = reconciler.TryReconcileAsync;
    }

    /// <summary>
    /// Runs until cancelled. Start it once messages can be sent. First it goes on with what the last process left: waiting
    /// battles start again, open votes are reconciled, overdue ones settle, ends that were not shown are shown.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var voting = await _recovery.RunAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loops =
        [
            _announcer.RunAsync(stop.Token),
            _settlements.RunAsync(stop.Token),
            AnswerAsync(stop.Token),
            ShowPlacesAsync(stop.Token),
            _clock.RunAsync(stop.Token),
            .. voting.Select(battle => _clock.ResumeAsync(battle, stop.Token)),
        ];
        try
        {
            await foreach (var ended in Task.WhenEach(loops))
                await ended;                                    // one that fails ends them all
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Reads what stands under every open vote and merges it with the stored ballots. Call it after each new gateway
    /// session (a resumed one has missed nothing).
    /// </summary>
    public Task ReconcileAsync(CancellationToken cancellationToken) => _reconciler.ReconcileAllAsync(cancellationToken);

    // One node, so one battle at a time.
    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var changed = _queue.Subscribe();
        while (true)
        {
            if (!_queue.HasPosted)
            {
                await changed.ReadAsync(cancellationToken);
                continue;
            }

            await _waitingRoom.FleetReachableAsync(cancellationToken);
            if (_queue.TryTake() is { } next)
                await _runner.RunAsync(next, cancellationToken);
        }
    }

    private async Task ShowPlacesAsync(CancellationToken cancellationToken)
    {
        var changed = _queue.Subscribe();
        while (true)
        {
            await changed.ReadAsync(cancellationToken);
            _waitingRoom.ShowPlaces();
        }
    }
}
