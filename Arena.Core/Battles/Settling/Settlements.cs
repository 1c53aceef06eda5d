using System.Threading.Channels;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Settling;

/// <summary>Closes votes: at once for who waits for it, or soon for who only noticed that it is time.</summary>
internal sealed partial class Settlements(
    ISettlementStore store, OpenBattles open, Announcer announcer, IRatingListener ratings, TimeProvider time, ILogger<Settlements> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Channel<(BattleId Id, SettleCause Cause)> _due =
        Channel.CreateUnbounded<(BattleId, SettleCause)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Settles now. Asked twice, it happens once.</summary>
    /// <param name="moderator">Who revealed somebody else's battle, for the audit.</param>
    public async Task<SettleOutcome> SettleAsync(BattleId id, SettleCause cause, CancellationToken cancellationToken, MemberId? moderator = null)
    {
        var outcome = await store.SettleAsync(id, cause, time.GetUtcNow(), cancellationToken, moderator);
        if (outcome is SettleOutcome.Settled settled)
        {
            Log.Settled(logger, id, cause);
            open.Close(settled.Battle);
            ratings.Settled(settled.Battle);
            announcer.Tell(id);
        }

        return outcome;
    }

    /// <summary>It seems to be time. Returns at once; what is not due after all is left alone.</summary>
    public void Request(BattleId id, SettleCause cause) => _due.Writer.TryWrite((id, cause));

    /// <summary>Settles what was requested, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (id, cause) in _due.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await SettleAsync(id, cause, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Nothing of it was stored. It stays due, and a disk has room again some day.
                Log.NotSettled(logger, e, id);
                await Task.Delay(Pause, time, cancellationToken);
                Request(id, cause);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1020, LogLevel.Information, "Battle {Battle} settled by {Cause}.")]
        public static partial void Settled(ILogger logger, BattleId battle, SettleCause cause);

        [LoggerMessage(1021, LogLevel.Error, "Battle {Battle} could not be settled yet.")]
        public static partial void NotSettled(ILogger logger, Exception exception, BattleId battle);
    }
}
