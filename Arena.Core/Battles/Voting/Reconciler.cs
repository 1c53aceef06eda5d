using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Voting;

/// <summary>Reads what stands on the messages of open votes and merges it with what is stored, see <see cref="Reconciliation"/>.</summary>
internal sealed partial class Reconciler(
    IBallotStore ballots, OpenBattles open, IBattleScreen screen, Eligibility eligibility, Settlements settlements, Voider voider,
    TimeProvider time, ILogger<Reconciler> logger)
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Reconciles one battle. False: the message could not be read this time.</summary>
    public async Task<bool> TryReconcileAsync(OpenBattle battle, CancellationToken cancellationToken)
    {
        if (battle.IsSecret)
            return true;                                        // what was pressed is stored, and nothing of it stands on the message
        await _one.WaitAsync(cancellationToken);                // two readings of one message would not know which is newer
        try
        {
            battle.BeginReading();
            var read = await screen.ReadChoicesAsync(battle.Channel, battle.Message, cancellationToken);
            var now = time.GetUtcNow();
            var fitness = await JudgeAsync(battle, read, now, cancellationToken);
            var (changes, counted) = await ballots.ReconcileAsync(battle, read, fitness, now, cancellationToken);
            Log.Reconciled(logger, battle.Id, changes);
            if (counted >= battle.Quorum)
                settlements.Request(battle.Id, SettleCause.Quorum);
            return true;
        }
        catch (BattleMessageGoneException gone)
        {
            await voider.VoidAsync(
                battle.Id, gone.ChannelIsGone ? VoidReason.ChannelDeleted : VoidReason.MessageDeleted, gone.Message,
                onlyWaiting: false, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotRead(logger, e, battle.Id);
            return false;
        }
        finally
        {
            battle.EndReading();
            _one.Release();
        }
    }

    /// <summary>Reconciles every open vote once.</summary>
    /// <returns>Those whose message could not be read.</returns>
    public async Task<IReadOnlyList<OpenBattle>> ReconcileAllAsync(CancellationToken cancellationToken)
    {
        var unread = new List<OpenBattle>();
        foreach (var battle in open.All)
        {
            if (!await TryReconcileAsync(battle, cancellationToken))
                unread.Add(battle);
        }

        return unread;
    }

    /// <summary>The ballots that members cast while nobody heard of it are judged now; a list of reactions does not tell when they joined.</summary>
    private async Task<Func<MemberId, Fitness>> JudgeAsync(
        OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Asking for a member is a request of its own, so only those are asked for of whom something new stands.
        var known = eligibility.AsksForMembership(battle.Server) ? await ballots.StandingAsync(battle.Id, cancellationToken) : null;
        var judged = new Dictionary<MemberId, Fitness>();
        foreach (var (member, standing) in read)
        {
            if (known is null || known.GetValueOrDefault(member) is not { } before || !standing.IsSubsetOf(before))
                judged[member] = await eligibility.JudgeAsync(battle.Server, new Voter(member, null), now, cancellationToken);
        }

        return member => judged.GetValueOrDefault(member);
    }

    private static partial class Log
    {
        [LoggerMessage(1030, LogLevel.Debug, "Reconciled the reactions of battle {Battle}: {Changes} changes.")]
        public static partial void Reconciled(ILogger logger, BattleId battle, int changes);

        [LoggerMessage(1031, LogLevel.Warning, "The reactions of battle {Battle} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, BattleId battle);
    }
}
