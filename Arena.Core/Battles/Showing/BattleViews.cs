using Arena.Core.Battles.Generating;
using Arena.Core.Battles.Settling;
using Arena.Core.Inference;
using Arena.Core.Roster;
using Arena.Core.Servers;

namespace Arena.Core.Battles.Showing;

/// <summary>Composes what a battle's message may show. Names and figures appear here only for settled battles.</summary>
internal sealed class BattleViews(
    ITurnStore turns, ISettlementStore settlements, RosterService roster, BattleQueue queue, WaitEstimate estimate,
    RunningBattles running, FleetHealth health, ServerSettingsBook rules, BattleOptions options)
{
    /// <summary>The battle as it stands; null when it was being answered when it was read, and is not any more.</summary>
    public async Task<BattleView?> OfAsync(Battle battle, CancellationToken cancellationToken) =>
        await OfTurnAsync(battle, cancellationToken) is { } view
            ? view with { Earlier = await EarlierAsync(battle, cancellationToken) }
            : null;

    private async Task<BattleView?> OfTurnAsync(Battle battle, CancellationToken cancellationToken) => battle.State switch
    {
        BattleState.Queued => Queued(battle),
        BattleState.Generating => running.Find(battle.Id) is { } live ? Generating(live) : null,
        BattleState.Voting => await VotingAsync(battle, cancellationToken),
        BattleState.Settled => await SettledAsync(battle, cancellationToken),
        BattleState.Void => Plain(battle, AnswerView.Empty, AnswerView.Empty),
        _ => throw new ArgumentOutOfRangeException(nameof(battle), battle.State, "No such state."),
    };

    /// <summary>A battle in the queue.</summary>
    public BattleView Queued(Battle battle)
    {
        var order = queue.InOrder;
        var place = order.TakeWhile(waiting => waiting.Battle.Id != battle.Id).Count() + 1;
        return place > order.Count ? Plain(battle, AnswerView.Empty, AnswerView.Empty) : Queued(order[place - 1], place);
    }

    /// <summary>A battle at this place of the queue.</summary>
    public BattleView Queued(Waiting waiting, int place) =>
        Plain(waiting.Battle, AnswerView.Empty, AnswerView.Empty) with
        {
            QueuePlace = place,
            ExpectedWait = health.IsReachable ? estimate.Of(place) : null,
            DroppedAt = health.IsReachable ? null : waiting.Since + options.WaitBound,
        };

    /// <summary>A battle being answered, as far as the pace has come.</summary>
    public BattleView Generating(RunningBattle live)
    {
        var (a, b) = live.Pacer.Visible;
        return Plain(live.Battle, live.A.View(a), live.B.View(b));
    }

    private async Task<IReadOnlyList<AnsweredTurn>> EarlierAsync(Battle battle, CancellationToken cancellationToken) => battle.Turn == 1
        ? []
        : [.. (await turns.ConversationAsync(battle.Id, cancellationToken)).Take(battle.Turn - 1)];

    private async Task<BattleView> VotingAsync(Battle battle, CancellationToken cancellationToken)
    {
        var answers = await turns.AnswersAsync(battle.Id, cancellationToken);
        return Plain(battle, Anonymous(answers[Side.A]), Anonymous(answers[Side.B]));
    }

    private async Task<BattleView> SettledAsync(Battle battle, CancellationToken cancellationToken)
    {
        var answers = await turns.AnswersAsync(battle.Id, cancellationToken);
        var models = (await roster.AllAsync(cancellationToken)).ToDictionary(model => model.Tag, StringComparer.Ordinal);
        var settlement = await settlements.FindAsync(battle, cancellationToken);
        return Plain(battle, Revealed(Side.A), Revealed(Side.B)) with { Tally = settlement.Tally, Settlement = settlement };

        AnswerView Revealed(Side side) =>
            new(answers[side].Text, IsComplete: true, models[battle.ModelOf(side)], answers[side]);
    }

    private static AnswerView Anonymous(Answer answer) => new(answer.Text, IsComplete: true, Model: null, Stats: null);

    private BattleView Plain(Battle battle, AnswerView a, AnswerView b) =>
        new(battle, QueuePlace: null, ExpectedWait: null, Named(battle, Side.A, a), Named(battle, Side.B, b), Tally: null, Settlement: null,
            Restarted: battle.Restarts > 0)
        {
            IsPresetUsual = battle.Preset == SamplingPreset.Unset || battle.Preset.Name == rules.Of(battle.Server).Preset,
        };

    // A duel's models are what its member named: there is nothing to hide.
    private AnswerView Named(Battle battle, Side side, AnswerView view) => battle.Kind == BattleKind.Duel && view.Model is null
        ? view with { Model = roster.Current.FirstOrDefault(model => model.Tag == battle.ModelOf(side)) }
        : view;
}
