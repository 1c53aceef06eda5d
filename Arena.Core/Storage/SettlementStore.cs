using System.Data;
using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Integrity;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The end of a battle, and what it did to the ratings.</summary>
internal sealed class SettlementStore(Database database, RatingReplay replay, EloOptions elo) : ISettlementStore
{
    private const string Settle = """
        update battles set state = 'Settled', settled_at = @At, settle_cause = @Cause, verdict = @Verdict,
            size_a = @SizeA, size_b = @SizeB, size_max = @SizeMax, damping = @Damping, leak = @Leak, leak_words = @LeakWords
        where id = @Id and state = 'Voting'
        """;

    // A verdict is there where ballots count.
    private const string Repetitions = """
        select count(*) from battles
        where server_id = @Server and prompt_key = (select prompt_key from battles where id = @Id) and settled_at is not null
            and verdict is not null and source <> 'Library'
        """;

    private const string Moves = """
        select tag, rating_before, rating_after from rating_history
        where battle_id = @Battle and system = 'Elo' and server_id = @Server and category = ''
        """;

    public Task<SettleOutcome> SettleAsync(
        BattleId id, SettleCause cause, DateTimeOffset now, CancellationToken cancellationToken, MemberId? moderator = null) =>
        database.Writer.WriteAsync(
            scope =>
            {
                var outcome = TrySettle(scope, id, cause, now);
                if (outcome is SettleOutcome.Settled settled && moderator is { } by)
                    AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(now, settled.Battle.Server, by, "battle.revealed", id.ToString()));
                return outcome;
            },
            cancellationToken);

    public async Task<Settlement> FindAsync(Battle settled, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var tally = BallotStore.Tally(connection, null, settled.Id);
        var rows = await connection.QueryAsync<MoveRow>(new CommandDefinition(
            Moves, new { Battle = settled.Id.Value, Server = settled.Server.ToColumn() }, cancellationToken: cancellationToken));
        var moves = rows.ToDictionary(row => row.Tag, row => new EloMove(row.RatingBefore, row.RatingAfter), StringComparer.Ordinal);
        return new Settlement(
            tally, tally.Verdict, moves.GetValueOrDefault(settled.ModelA), moves.GetValueOrDefault(settled.ModelB),
            settled.SettledAt!.Value, settled.SettleCause!.Value)
        {
            Uncounted = BallotStore.Uncounted(connection, settled.Id),
            Leaked = settled.Leak is null ? null : LeakStore.Leaked(connection, settled.Id),
        };
    }

    public Task EnsureRulesAsync(CancellationToken cancellationToken) => replay.EnsureAsync(cancellationToken);

    private SettleOutcome TrySettle(WriteScope scope, BattleId id, SettleCause cause, DateTimeOffset now)
    {
        var (connection, transaction) = (scope.Connection, scope.Transaction);
        if (BattleStore.Find(connection, transaction, id) is not { } battle)
            return new SettleOutcome.Unknown();
        if (battle.State != BattleState.Voting)
            return new SettleOutcome.NotVoting(battle.State);
        var tally = BallotStore.Tally(connection, transaction, id);
        var needed = battle.BallotsNeeded(cause);
        if (tally.Counted < needed)
            return new SettleOutcome.TooFewBallots(tally.Counted, needed);

        // Asked here and not before: while the vote is open nothing may hint at it.
        var leak = LeakStore.Find(connection, transaction, battle);
        var at = NextInstant(connection, transaction, now);
        var comparison = Compare(connection, transaction, battle, leak is null ? tally : default, at);
        var rows = connection.Execute(
            Settle,
            new
            {
                Id = id.Value, At = at.ToColumn(), Cause = cause.ToString(), Verdict = comparison.Tally.Verdict?.ToString(),
                comparison.SizeA, comparison.SizeB, comparison.SizeMax, comparison.Damping, Leak = leak?.Sides.ToString(), LeakWords = leak?.Words,
            },
            transaction);
        if (rows != 1)
            return new SettleOutcome.NotVoting(BattleStore.State(connection, transaction, id) ?? BattleState.Void);
        if (leak is not null)
            BallotCounting.Recount(scope, [id.Value]);
        RatingBook.Enter(connection, transaction, new RatedBattle(battle.Server.ToColumn(), battle.Category, comparison), elo);
        return new SettleOutcome.Settled(BattleStore.Find(connection, transaction, id)!);
    }

    // Strictly increasing, so that the order of the Elo game is never a matter of taste, whatever the clock does.
    internal static DateTimeOffset NextInstant(IDbConnection connection, IDbTransaction transaction, DateTimeOffset now)
    {
        // The condition is the one of the index; without it every battle would be looked at.
        var last = connection.ExecuteScalar<long?>("select max(settled_at) from battles where settled_at is not null", transaction: transaction);
        return Columns.Instant(last is { } known ? Math.Max(now.ToColumn(), known + 1) : now.ToColumn());
    }

    private static Comparison Compare(
        IDbConnection connection, IDbTransaction transaction, Battle battle, Tally tally, DateTimeOffset at)
    {
        var a = ModelStore.Find(connection, transaction, battle.ModelA)?.ParametersBillions;
        var b = ModelStore.Find(connection, transaction, battle.ModelB)?.ParametersBillions;
        var largest = connection.ExecuteScalar<double?>(
            "select max(parameters_billions) from models where status = 'Active'", transaction: transaction);
        return new Comparison(battle.Id.Value, at, battle.ModelA, battle.ModelB, tally, a, b, Elo.LargestSize(a, b, largest))
        {
            Damping = Damping(connection, transaction, battle, tally),
        };
    }

    // Prompts of the library are asked often because the arena draws them often.
    private static double Damping(IDbConnection connection, IDbTransaction transaction, Battle battle, Tally tally) =>
        tally.Counted == 0 || battle.Source == PromptSource.Library
            ? 1
            : RepeatedPrompts.Damping(connection.ExecuteScalar<int>(Repetitions, new { Id = battle.Id.Value, Server = battle.Server.ToColumn() }, transaction));

    private sealed record MoveRow
    {
        public string Tag { get; init; } = "";
        public double RatingBefore { get; init; }
        public double RatingAfter { get; init; }
    }
}
