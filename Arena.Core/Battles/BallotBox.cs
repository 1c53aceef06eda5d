using Arena.Core.Storage;

namespace Arena.Core.Battles;

/// <summary>
/// Takes reactions as ballots. A call returns once its ballot is durable. Calls may come side by side; those of one member
/// and battle must come in their order, and are stored in it.
/// </summary>
public sealed class BallotBox
{
    private readonly Database _database;
    private readonly BattleStore _battles;
    private readonly OpenBattles _open;
    private readonly Settlements _settlements;
    private readonly Announcer _announcer;
    private readonly TimeProvider _time;

    internal BallotBox(
        Database database, BattleStore battles, OpenBattles open, Settlements settlements, Announcer announcer, TimeProvider time) =>
        (_database, _battles, _open, _settlements, _announcer, _time) = (database, battles, open, settlements, announcer, time);

    /// <summary>A member reacted.</summary>
    /// <exception cref="StorageFullException">It could not be stored.</exception>
    public Task<CastResult> CastAsync(MessageId message, MemberId member, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(message, member, new ReactionEvent(ReactionEventKind.Added, choice), cancellationToken);

    /// <summary>A member took a reaction back; another one of theirs that stands becomes the choice.</summary>
    /// <exception cref="StorageFullException">It could not be stored.</exception>
    public Task<CastResult> WithdrawAsync(MessageId message, MemberId member, Choice choice, CancellationToken cancellationToken) =>
        ChangeAsync(message, member, new ReactionEvent(ReactionEventKind.Withdrawn, choice), cancellationToken);

    /// <summary>A moderator cleared all reactions, or all of one choice. The choices are offered again.</summary>
    public async Task WithdrawAllAsync(MessageId message, Choice? only, CancellationToken cancellationToken)
    {
        var (open, _) = await FindOpenAsync(message, cancellationToken);
        if (open is null)
            return;
        var at = _time.GetUtcNow();
        await WriteAsync(open, scope => WithdrawAll(scope, open, only, at), cancellationToken);
        _announcer.Tell(open.Id);
    }

    private async Task<CastResult> ChangeAsync(
        MessageId message, MemberId member, ReactionEvent change, CancellationToken cancellationToken)
    {
        var (open, state) = await FindOpenAsync(message, cancellationToken);
        if (open is null)
            return state is { } known ? new CastResult.NotVoting(known) : new CastResult.NoSuchBattle();

        open.Note(member, change.Choice!.Value);
        var at = _time.GetUtcNow();
        var (result, counted) = await WriteAsync(open, scope => Change(scope, open, member, change, at), cancellationToken);
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

    private async Task<T> WriteAsync<T>(OpenBattle open, Func<WriteScope, T> job, CancellationToken cancellationToken)
    {
        try
        {
            return await _database.Writer.WriteAsync(job, cancellationToken);
        }
        catch
        {
            open.Counted = null;                                // the job may have run and been undone
            throw;
        }
    }

    // In the writer, so alone: reading, changing and counting can not be interrupted.
    private static (CastResult Result, int Counted) Change(
        WriteScope scope, OpenBattle open, MemberId member, ReactionEvent change, DateTimeOffset at)
    {
        var (standing, events) = BallotStore.Read(scope, open.Id, member);
        var before = standing.Choice;
        var changed = change.Kind == ReactionEventKind.Added
            ? standing.Add(change.Choice!.Value)
            : standing.Withdraw(change.Choice!.Value);
        if (!changed)
        {
            return BattleStore.State(scope.Connection, scope.Transaction, open.Id) is { } state and not BattleState.Voting
                ? (NotOpen(open, state), 0)
                : (new CastResult.Unchanged(open.Id, member, before), 0);
        }

        if (!BallotStore.TryPutEvent(scope, open.Id, member, events, change, at))
            return (NotOpen(open, BattleStore.State(scope.Connection, scope.Transaction, open.Id) ?? BattleState.Void), 0);

        open.Counted ??= BallotStore.Tally(scope.Connection, scope.Transaction, open.Id).Counted;
        BallotStore.PutStanding(scope, open.Id, member, standing, at);
        open.Counted += (standing.Choice is null ? 0 : 1) - (before is null ? 0 : 1);
        return (Describe(open.Id, member, before, standing, at), open.Counted.Value);
    }

    private static CastResult NotOpen(OpenBattle open, BattleState state)
    {
        if (state is BattleState.Queued or BattleState.Generating)
            open.HadEarlyReactions = true;
        return new CastResult.NotVoting(state);
    }

    private static CastResult Describe(
        BattleId battle, MemberId member, Choice? before, StandingReactions standing, DateTimeOffset at)
    {
        if (standing.IsAmbiguous)
            return new CastResult.KeptUncounted(battle, member, UncountedReason.SeveralStanding);
        if (standing.Choice is not { } now)
            return before is { } was ? new CastResult.Withdrawn(battle, member, was) : new CastResult.Unchanged(battle, member, null);
        return now == before
            ? new CastResult.Unchanged(battle, member, now)
            : new CastResult.Counted(new Ballot(battle, member, now, at), before);
    }

    private static int WithdrawAll(WriteScope scope, OpenBattle open, Choice? only, DateTimeOffset at)
    {
        foreach (var member in BallotStore.Members(scope.Connection, scope.Transaction, open.Id))
        {
            var (standing, events) = BallotStore.Read(scope, open.Id, member);
            var withdrawn = standing.All.Where(choice => only is null || choice == only).ToList();
            foreach (var choice in withdrawn)
            {
                if (!BallotStore.TryPutEvent(
                    scope, open.Id, member, events++, new ReactionEvent(ReactionEventKind.Withdrawn, choice), at))
                    return 0;                                   // the vote is closed: what stands, stands
                open.Note(member, choice);
                standing.Withdraw(choice);
            }

            if (withdrawn.Count > 0)
                BallotStore.PutStanding(scope, open.Id, member, standing, at);
        }

        open.Counted = null;
        return 0;
    }
}
