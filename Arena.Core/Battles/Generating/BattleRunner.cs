using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Voting;
using Arena.Core.Roster;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Battles.Generating;

/// <summary>Takes one battle from the queue to the vote.</summary>
internal sealed partial class BattleRunner(
    IBattleStore battles, BattleQueue queue, WaitEstimate estimate, RunningBattles runningBattles, OpenBattles open,
    FleetHealth health, Answering answering, BenchRule benches, Announcer announcer, WaitEnder ender, ClosingClock clock, BattleOptions options,
    TimeProvider time, ILogger<BattleRunner> logger)
{
    /// <summary>Runs it. Returns when its vote is open, it is void, or it waits again.</summary>
    public async Task RunAsync(Waiting waiting, CancellationToken cancellationToken)
    {
        var pacer = new Pacer(Streaming(waiting.Battle), options.SidesAtOnce, options.PaceTokensPerSecond);
        var begun = time.GetUtcNow();
        var generating = waiting.Battle with { State = BattleState.Generating, GeneratingAt = begun };
        var running = new RunningBattle(generating, pacer, cancellationToken);
        runningBattles.Add(running);
        TimeSpan? took = null;
        estimate.Begin();
        try
        {
            took = await AnswerAsync(running, waiting, begun, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Stopped(logger, waiting.Battle.Id);             // it is void already, or its turn was taken back
        }
        catch (DatabaseException e)
        {
            // It can not be stored that it goes on, so it does not; there will be room again.
            Log.NotStored(logger, e, waiting.Battle.Id);
            queue.Add(waiting.Battle, waiting.Since);
            health.IsReachable = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The outermost loop of one battle: its failure, whatever it is, must not end the others.
            Log.Broke(logger, e, waiting.Battle.Id);
            await ender.EndAsync(waiting.Battle.Id, VoidReason.ModelFailed, e.Message, cancellationToken);
        }
        finally
        {
            estimate.End(took);
            runningBattles.Remove(running);
            if (took is null && waiting.Battle.Turn > 1 && !cancellationToken.IsCancellationRequested)
                await ender.ReopenAsync(waiting.Battle.Id, cancellationToken);
            announcer.Tell(waiting.Battle.Id);                  // whatever it is now, and after its last piece of text
        }
    }

    private async Task<TimeSpan?> AnswerAsync(
        RunningBattle running, Waiting waiting, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        var id = waiting.Battle.Id;
        if (!await battles.TryBeginGeneratingAsync(id, begun, cancellationToken))
            return null;
        announcer.Tell(id);

        switch (await answering.AnswerAsync(running))
        {
            case AnsweringOutcome.Complete complete:
                await benches.AnsweredAsync(waiting.Battle.ModelA, cancellationToken);
                await benches.AnsweredAsync(waiting.Battle.ModelB, cancellationToken);
                return await EndAsync(waiting.Battle, complete, cancellationToken) ? time.GetUtcNow() - begun : null;
            case AnsweringOutcome.Failed failed:
                // After a further turn the vote is open again, and a model that is benched at that moment would be known to be in it.
                foreach (var fault in failed.Faults.Where(fault => waiting.Battle.Turn == 1 && !AnswerFailures.IsFleetAway(fault.Kind)))
                    await benches.FailedAsync(waiting.Battle.ModelOf(fault.Side), AnswerFailures.InWords(fault.Kind), cancellationToken);
                await ender.EndAsync(id, failed.Reason, failed.Detail, cancellationToken);
                return null;
            case AnsweringOutcome.FleetAway away:
                health.IsReachable = false;
                await WaitAgainAsync(running, waiting, away.Detail, cancellationToken);
                return null;
            default:
                throw new InvalidOperationException("Answering has no other outcome.");
        }
    }

    // Nobody is to tell the models of a duel apart, so nothing holds its text back but a server that wants none before its end.
    private RevealOfText Streaming(Battle battle) => battle switch
    {
        { IsStreamed: false } => RevealOfText.Complete,
        { Kind: BattleKind.Duel } when options.Streaming == RevealOfText.Paced => RevealOfText.Live,
        _ => options.Streaming,
    };

    private Task<bool> EndAsync(Battle battle, AnsweringOutcome.Complete answers, CancellationToken cancellationToken) =>
        battle.Kind == BattleKind.Duel
            ? battles.TryEndDuelAsync(battle.Id, time.GetUtcNow(), answers.A, answers.B, cancellationToken)
            : OpenVoteAsync(battle, answers, cancellationToken);

    private async Task<bool> OpenVoteAsync(Battle battle, AnsweringOutcome.Complete answers, CancellationToken cancellationToken)
    {
        // Open before it is stored: a reaction that comes in between finds it, and the writer puts it after the state.
        open.Open(battle);
        if (battle.Turn > 1)
            open.NoteEarly(battle.Message!.Value);              // it could be reacted to all the time
        var at = time.GetUtcNow();
        var opened = false;
        try
        {
            opened = await battles.TryOpenVotingAsync(battle.Id, at, at + battle.VotingTime, answers.A, answers.B, cancellationToken);
        }
        finally
        {
            if (!opened)
                open.Close(battle);
        }

        if (opened && await battles.FindAsync(battle.Id, cancellationToken) is { State: BattleState.Voting } voting)
            clock.Start(voting);
        return opened;
    }

    private async Task WaitAgainAsync(RunningBattle running, Waiting waiting, string detail, CancellationToken cancellationToken)
    {
        Log.FleetAway(logger, waiting.Battle.Id, detail);
        var begunAlready = running.A.Progress.Received + running.B.Progress.Received > 0;
        var requeued = await battles.TryRequeueAsync(waiting.Battle.Id, begunAlready, cancellationToken);
        if (requeued && await battles.FindAsync(waiting.Battle.Id, cancellationToken) is { State: BattleState.Queued } queued)
            queue.Add(queued, waiting.Since);
    }

    private static partial class Log
    {
        [LoggerMessage(1040, LogLevel.Information, "Battle {Battle} was stopped while it was being answered.")]
        public static partial void Stopped(ILogger logger, BattleId battle);

        [LoggerMessage(1041, LogLevel.Warning, "Battle {Battle} waits again: the models are away. {Detail}")]
        public static partial void FleetAway(ILogger logger, BattleId battle, string detail);

        [LoggerMessage(1043, LogLevel.Error, "Battle {Battle} broke.")]
        public static partial void Broke(ILogger logger, Exception exception, BattleId battle);

        [LoggerMessage(1042, LogLevel.Error, "Battle {Battle} waits again: its progress could not be stored.")]
        public static partial void NotStored(ILogger logger, Exception exception, BattleId battle);
    }
}
