using System.Threading.Channels;
using Arena.Core.Battles.Voting;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Settling;

/// <summary>
/// Closes votes at their closing time. The message is read once more before: whatever members did while events did not
/// arrive (the arena was not running, the gateway was away) counts.
/// </summary>
internal sealed partial class ClosingClock(
    Settlements settlements, Reconciler reconciler, OpenBattles open, TimeProvider time, ILogger<ClosingClock> logger)
{
    // Reading a message that can not be read now is tried again; then what is stored must do.
    private const int Readings = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly Channel<(Battle Battle, OpenBattle? Vote)> _started =
        Channel.CreateUnbounded<(Battle, OpenBattle?)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>A vote is open and will be closed in time. Returns at once.</summary>
    public void Start(Battle battle) => _started.Writer.TryWrite((battle, open.Find(battle.Message!.Value)));

    /// <summary>Closes the votes that were started, until cancelled.</summary>
    /// <exception cref="OperationCanceledException">The arena ends; the next start goes on.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (battle, vote) in _started.Reader.ReadAllAsync(cancellationToken))
            _ = SeeClosedAsync(battle, vote, cancellationToken);    // ends by itself, or with the arena
    }

    /// <summary>Goes on with a vote that was open when the last process ended; returns when it is due to settle. An overdue one is due at once.</summary>
    /// <inheritdoc cref="RunAsync" path="/exception"/>
    public async Task ResumeAsync(Battle battle, CancellationToken cancellationToken)
    {
        var vote = open.Find(battle.Message!.Value);
        if (battle.ClosesAt > time.GetUtcNow())
            await ReadAsync(battle, cancellationToken);
        await CloseAsync(battle, vote, cancellationToken);
    }

    // Nobody waits for it, so what goes wrong is said here, and tried again: a vote must not stay open for it.
    private async Task SeeClosedAsync(Battle battle, OpenBattle? vote, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await CloseAsync(battle, vote, cancellationToken);
                return;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Log.NotClosed(logger, e, battle.Id);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private async Task CloseAsync(Battle battle, OpenBattle? vote, CancellationToken cancellationToken)
    {
        var rest = battle.ClosesAt!.Value - time.GetUtcNow();
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, time, cancellationToken);
        if (IsAnother())
            return;
        await ReadAsync(battle, cancellationToken);
        if (!IsAnother())
            settlements.Request(battle.Id, SettleCause.ClosingTime);

        // The conversation went on meanwhile: what is open now, if anything, closes at another time.
        bool IsAnother() => !ReferenceEquals(open.Find(battle.Message!.Value), vote);
    }

    private async Task ReadAsync(Battle battle, CancellationToken cancellationToken)
    {
        for (var reading = 1; open.Find(battle.Message!.Value) is { } vote; reading++)
        {
            if (await reconciler.TryReconcileAsync(vote, cancellationToken))
                return;
            if (reading == Readings)
            {
                Log.Unread(logger, battle.Id, reading);
                return;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1060, LogLevel.Error, "The reactions of battle {Battle} could not be read {Times} times; it goes on with the ballots that are stored.")]
        public static partial void Unread(ILogger logger, BattleId battle, int times);

        [LoggerMessage(1061, LogLevel.Error, "The vote of battle {Battle} could not be closed yet; it is tried again.")]
        public static partial void NotClosed(ILogger logger, Exception exception, BattleId battle);
    }
}
