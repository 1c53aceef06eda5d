using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles;

/// <summary>
/// The arena's engine: answers the waiting battles one at a time, shows them, closes votes in time, and picks all of it up
/// again after a restart.
/// </summary>
public sealed partial class BattleEngine
{
    // Reading a message that can not be read now is tried again; then what is stored must do.
    private const int Readings = 5;
    private static readonly TimeSpan ReadingPause = TimeSpan.FromSeconds(15);

    private readonly Recovery _recovery;
    private readonly Announcer _announcer;
    private readonly Settlements _settlements;
    private readonly Reconciler _reconciler;
    private readonly WaitingRoom _waitingRoom;
    private readonly BattleQueue _queue;
    private readonly OpenBattles _open;
    private readonly BattleRunner _runner;
    private readonly TimeProvider _time;
    private readonly ILogger<BattleEngine> _logger;

    internal BattleEngine(
        Recovery recovery, Announcer announcer, Settlements settlements, Reconciler reconciler, Voider voider, WaitingRoom waitingRoom,
        BattleQueue queue, OpenBattles open, BattleRunner runner, TimeProvider time, ILogger<BattleEngine> logger)
    {
        (_recovery, _announcer, _settlements, _reconciler) = (recovery, announcer, settlements, reconciler);
        (_waitingRoom, _queue, _open, _runner, _time, _logger) = (waitingRoom, queue, open, runner, time, logger);
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
            .. voting.Select(battle => ReopenAsync(battle, stop.Token)),
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

    private async Task ReopenAsync(Battle battle, CancellationToken cancellationToken)
    {
        // Members voted while nobody was there to count, so the message is read before the closing time is looked at.
        for (var reading = 1; _open.Find(battle.Id) is { } open; reading++)
        {
            if (await _reconciler.TryReconcileAsync(open, cancellationToken))
                break;
            if (reading == Readings)
            {
                Log.Unread(_logger, battle.Id, reading);
                break;
            }

            await Task.Delay(ReadingPause, _time, cancellationToken);
        }

        await _settlements.CloseInTimeAsync(battle, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1060, LogLevel.Error, "The reactions of battle {Battle} could not be read {Times} times; it goes on with the ballots that are stored.")]
        public static partial void Unread(ILogger logger, BattleId battle, int times);
    }
}
