using Arena.Core.Battles.Settling;
using Arena.Core.Battles.Showing;

namespace Arena.Core.Battles.Voting;

/// <summary>
/// Takes reactions, or presses where the ballot is secret, as ballots. A call returns once its ballot is durable. Calls may come side by side; those of one member
/// and battle must come in their order, and are stored in it.
/// </summary>
public sealed class BallotBox
{
    private readonly IBallotStore _ballots;
    private readonly IBattleStore _battles;
    private readonly OpenBattles _open;
    private readonly Eligibility _eligibility;
    private readonly Settlements _settlements;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;

    internal BallotBox(
        IBallotStore ballots, IBattleStore battles, OpenBattles open, Eligibility eligibility, Settlements settlements, Announcer announcer,
        TimeProvider time) =>
        (_ballots, _battles, _open, _eligibility, _settlements, _announcer, _time) =
        (ballots, battles, open, eligibility, settlements, announcer, time);

    /// <summary>A member reacted.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public Task<CastResult> CastAsync(MessageId message, Voter voter, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(message, voter, new ReactionEvent(ReactionEventKind.Added, choice), cancellationToken);

    /// <summary>A member took a reaction back; another one of theirs that stands becomes the choice.</summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public Task<CastResult> WithdrawAsync(MessageId message, MemberId member, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(message, new Voter(member, null), new ReactionEvent(ReactionEventKind.Withdrawn, choice), cancellationToken);

    /// <summary>
    /// A member pressed one of the four buttons of a secret ballot: it is their choice now, or no longer if it was already.
    /// </summary>
    /// <exception cref="DatabaseException">It could not be stored.</exception>
    public async Task<CastResult> ChooseAsync(
        BattleId battle, Voter voter, Choice choice, CancellationToken cancellationToken)
    {
        if (await _battles.FindAsync(battle, cancellationToken) is not { Message: { } message } found)
            return new CastResult.NoSuchBattle();
        if (!found.IsSecret)
            return new CastResult.OtherWay(false);
        var (open, state) = await FindOpenAsync(message, cancellationToken);
        if (open is null)
            return state is { } known ? new CastResult.NotVoting(known) : new CastResult.NoSuchBattle();

        var now = _time.GetUtcNow();
        var fitness = await _eligibility.JudgeAsync(open.Server, voter, now, cancellationToken);
        return Closing(open, await _ballots.ChooseAsync(open, voter.Id, choice, fitness, now, cancellationToken));
    }

    /// <summary>A moderator cleared all reactions, or all of one choice. The choices are offered again.</summary>
    public async Task WithdrawAllAsync(MessageId message, Choice? only, CancellationToken cancellationToken)
    {
        var (open, _) = await FindOpenAsync(message, cancellationToken);
        if (open is null || open.IsSecret)
            return;
        await _ballots.WithdrawAllAsync(open, only, _time.GetUtcNow(), cancellationToken);
        _announcer.Tell(open.Id);
    }

    private async Task<CastResult> ChangeAsync(
        MessageId message, Voter voter, ReactionEvent change, CancellationToken cancellationToken)
    {
        var (open, state) = await FindOpenAsync(message, cancellationToken);
        if (open is null)
            return state is { } known ? new CastResult.NotVoting(known) : new CastResult.NoSuchBattle();
        if (open.IsSecret)
            return new CastResult.OtherWay(true);

        open.Note(voter.Id, change.Choice!.Value);
        var now = _time.GetUtcNow();
        var fitness = change.Kind == ReactionEventKind.Added
            ? await _eligibility.JudgeAsync(open.Server, voter, now, cancellationToken)
            : Fitness.AsBefore;
        return Closing(open, await _ballots.CastAsync(open, voter.Id, change, fitness, now, cancellationToken));
    }

    /// <summary>Closes the vote if the quorum is reached.</summary>
    private CastResult Closing(OpenBattle open, (CastResult Result, int Counted) cast)
    {
        if (cast.Counted >= open.Quorum && cast.Result is CastResult.Counted)
            _settlements.Request(open.Id, SettleCause.Quorum);
        return cast.Result;
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
