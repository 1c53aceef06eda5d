namespace Arena.Core.Battles;

/// <summary>
/// Takes reactions as ballots. A call returns once its ballot is durable. Calls may come side by side; those of one member
/// and battle must come in their order, and are stored in it.
/// </summary>
public sealed class BallotBox
{
    private readonly IBallotStore _ballots;
    private readonly IBattleStore _battles;
    private readonly OpenBattles _open;
    private readonly Settlements _settlements;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;

    internal BallotBox(
        IBallotStore ballots, IBattleStore battles, OpenBattles open, Settlements settlements, Announcer announcer, TimeProvider time) =>
        (_ballots, _battles, _open, _settlements, _announcer, _time) = (ballots, battles, open, settlements, announcer, time);

    /// <summary>A member reacted.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public Task<CastResult> CastAsync(MessageId message, MemberId member, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(message, member, new ReactionEvent(ReactionEventKind.Added, choice), cancellationToken);

    /// <summary>A member took a reaction back; another one of theirs that stands becomes the choice.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public Task<CastResult> WithdrawAsync(MessageId message, MemberId member, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(message, member, new ReactionEvent(ReactionEventKind.Withdrawn, choice), cancellationToken);

    /// <summary>A moderator cleared all reactions, or all of one choice. The choices are offered again.</summary>
    public async Task WithdrawAllAsync(MessageId message, Choice? only, CancellationToken cancellationToken)
    {
        var (open, _) = await FindOpenAsync(message, cancellationToken);
        if (open is null)
            return;
        await _ballots.WithdrawAllAsync(open, only, _time.GetUtcNow(), cancellationToken);
        _announcer.Tell(open.Id);
    }

    private async Task<CastResult> ChangeAsync(
        MessageId message, MemberId member, ReactionEvent change, CancellationToken cancellationToken)
    {
        var (open, state) = await FindOpenAsync(message, cancellationToken);
        if (open is null)
            return state is { } known ? new CastResult.NotVoting(known) : new CastResult.NoSuchBattle();

        open.Note(member, change.Choice!.Value);
        var (result, counted) = await _ballots.CastAsync(open, member, change, _time.GetUtcNow(), cancellationToken);
        if (counted >= open.Quorum && result is CastResult.Counted)
            _settlements.Request(open.Id, SettleCause.Quorum);
        return result;
    }

    private async Task<(OpenBattle? Open, BattleState? State)> FindOpenAsync(MessageId message, CancellationToken cancellationToken)
    {
        if (_open.Find(message) is { } open)
            return (open, BattleState.Voting);
        if (await _battles.FindByMessageAsync(message, cancellationToken) is not { } battle)
            return (null, null);
        if (battle.State == BattleState.Voting)
            return (new OpenBattle(battle, message), battle.State);    // the arena is only just starting
        if (battle.IsWaiting)
        {
            // Noted first and looked up again after: the vote may open in between.
            _open.NoteEarly(message);
            if (_open.Find(message) is { } opened)
                return (opened, BattleState.Voting);
        }

        return (null, battle.State);
    }
}
