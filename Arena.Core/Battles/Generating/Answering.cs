using Arena.Core.Battles.Showing;
using Arena.Core.Inference;

namespace Arena.Core.Battles.Generating;

/// <summary>Has both sides of a battle answered, each with one more try, and shows what they say at the battle's pace.</summary>
internal sealed class Answering(
    ITurnStore turnStore, Fleet fleet, BattleViews views, IBattleScreen screen, BattleOptions options, InferenceOptions inference, TimeProvider time, Dice dice)
{
    // More often than a message may be edited; the screen takes the newest.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <summary>Returns when both are whole and wholly visible, or when it came to nothing.</summary>
    /// <exception cref="OperationCanceledException">The battle was stopped.</exception>
    public async Task<AnsweringOutcome> AnswerAsync(RunningBattle running)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(running.Stopped);
        var generating = GenerateAsync(running);
        var showing = ShowAsync(running, generating, enough.Token);
        await Task.WhenAny(generating);                         // its failure is looked at below
        if (!generating.IsCompletedSuccessfully || generating.Result is not AnsweringOutcome.Complete)
            await enough.CancelAsync();                         // there is nothing more to show
        await showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        running.Stopped.ThrowIfCancellationRequested();
        return await generating;
    }

    private async Task<AnsweringOutcome> GenerateAsync(RunningBattle running)
    {
        if (!options.SidesAtOnce)
        {
            // The text waits for the second one, so everybody sees how fast that one is; nobody sees which one it is.
            var order = dice.Next(2) == 0 ? (First: Side.A, Second: Side.B) : (First: Side.B, Second: Side.A);
            var first = await SideAsync(running, order.First, running.Stopped);
            if (first is Generation.Failed early)
                return Outcome(early, [new Fault(order.First, early.Kind)]);
            var second = await SideAsync(running, order.Second, running.Stopped);
            return order.First == Side.A ? Outcome(first, second) : Outcome(second, first);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(running.Stopped);
        var sides = new[] { SideAsync(running, Side.A, either.Token), SideAsync(running, Side.B, either.Token) };
        var earlier = await Task.WhenAny(sides);
        if (earlier.IsCompletedSuccessfully && earlier.Result is Generation.Failed failed)
        {
            await either.CancelAsync();                         // the other side's answer is of no use any more
            await Task.WhenAll((Task[])sides).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            running.Stopped.ThrowIfCancellationRequested();
            return Outcome(failed, [new Fault(earlier == sides[0] ? Side.A : Side.B, failed.Kind)]);
        }

        var both = await Task.WhenAll(sides);
        return Outcome(both[0], both[1]);
    }

    private async Task<Generation> SideAsync(RunningBattle running, Side side, CancellationToken cancellationToken)
    {
        var live = running.Of(side);
        var battle = running.Battle;
        var earlier = battle.Turn == 1 ? [] : await turnStore.ConversationAsync(battle.Id, cancellationToken);
        var turns = Asking.Conversation(earlier, side, battle.Question ?? battle.Prompt);
        var request = Asking.Of(battle.ModelOf(side), battle.Preset, turns, inference);
        var generation = await fleet.GenerateAsync(request, live.Hear, cancellationToken);
        if (generation is Generation.Failed { Kind: var kind } && AnswerFailures.IsWorthARetry(kind))
        {
            live.Restart();
            generation = await fleet.GenerateAsync(request, live.Hear, cancellationToken);
        }

        if (generation is Generation.Complete complete)
            live.Complete(complete.Answer.Text);
        return generation;
    }

    private static AnsweringOutcome Outcome(Generation a, Generation b)
    {
        if (a is Generation.Complete completeA && b is Generation.Complete completeB)
            return new AnsweringOutcome.Complete(completeA.Answer, completeB.Answer);
        (Side Side, Generation.Failed? Failure)[] sides = [(Side.A, a as Generation.Failed), (Side.B, b as Generation.Failed)];
        var failures = sides.Where(side => side.Failure is not null).ToList();
        return Outcome(failures[0].Failure!, [.. failures.Select(side => new Fault(side.Side, side.Failure!.Kind))]);
    }

    private static AnsweringOutcome Outcome(Generation.Failed failed, IReadOnlyList<Fault> faults) =>
        AnswerFailures.IsFleetAway(failed.Kind)
            ? new AnsweringOutcome.FleetAway(failed.OperatorDetail)
            : new AnsweringOutcome.Failed(AnswerFailures.Reason(failed.Kind), failed.OperatorDetail, faults);

    private async Task ShowAsync(RunningBattle running, Task generating, CancellationToken cancellationToken)
    {
        var before = time.GetTimestamp();
        var visible = (0, 0);
        while (true)
        {
            var ended = generating.IsCompleted;                 // asked before looking, so that its last piece is not missed
            var now = time.GetTimestamp();
            running.Pacer.Advance(time.GetElapsedTime(before, now), running.A.Progress, running.B.Progress);
            before = now;
            if (running.Pacer.Visible != visible)
                screen.Update(views.Generating(running));
            visible = running.Pacer.Visible;
            if (running.Pacer.IsDone)
                return;
            var tick = Task.Delay(Tick, time, cancellationToken);
            await (ended ? tick : Task.WhenAny(tick, generating));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
