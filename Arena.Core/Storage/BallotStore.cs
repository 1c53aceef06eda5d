using System.Data;
using Arena.Core.Battles;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The tables <c>ballots</c> and <c>ballot_events</c>.</summary>
internal sealed class BallotStore(Database database) : IBallotStore
{
    // The busiest statements of the arena; prepared once, see WriteScope.
    private const string Events = """
        select kind, choice from ballot_events where battle_id = $p1 and member_id = $p2 order by seq
        """;

    private const string PutEvent = """
        insert into ballot_events (battle_id, member_id, seq, kind, choice, at)
        select $p1, $p2, $p3, $p4, $p5, $p6 where exists (select 1 from battles where id = $p1 and state = 'Voting')
        """;

    private const string PutBallot = """
        insert into ballots (battle_id, member_id, choice, counted, reason, cast_at) values ($p1, $p2, $p3, $p4, $p5, $p6)
        on conflict (battle_id, member_id) do update
        set choice = excluded.choice, counted = excluded.counted, reason = excluded.reason, cast_at = excluded.cast_at
        """;

    private const string DropBallot = "delete from ballots where battle_id = $p1 and member_id = $p2";

    private const string Count = """
        select choice, count(*) as n from ballots where battle_id = @Battle and counted = 1 group by choice
        """;

    public Task<(CastResult Result, int Counted)> CastAsync(
        OpenBattle battle, MemberId member, ReactionEvent change, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => Cast(scope, battle, member, change, at), cancellationToken);

    public Task WithdrawAllAsync(OpenBattle battle, Choice? only, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => WithdrawAll(scope, battle, only, at), cancellationToken);

    public Task<(int Changes, int Counted)> ReconcileAsync(
        OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, DateTimeOffset at,
        CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => Reconcile(scope, battle, read, at), cancellationToken);

    internal static Tally Tally(IDbConnection connection, IDbTransaction? transaction, BattleId battle)
    {
        var counts = connection.Query<CountRow>(Count, new { Battle = battle.Value }, transaction)
            .ToDictionary(row => Columns.Parse<Choice>(row.Choice), row => (int)row.N);
        return new Tally(
            counts.GetValueOrDefault(Choice.A), counts.GetValueOrDefault(Choice.B),
            counts.GetValueOrDefault(Choice.Tie), counts.GetValueOrDefault(Choice.BothBad));
    }

    private async Task<T> WriteAsync<T>(OpenBattle battle, Func<WriteScope, T> job, CancellationToken cancellationToken)
    {
        try
        {
            return await database.Writer.WriteAsync(job, cancellationToken);
        }
        catch
        {
            battle.Counted = null;                              // the job may have run and been undone
            throw;
        }
    }

    // In the writer, so alone: reading, changing and counting can not be interrupted.
    private static (CastResult Result, int Counted) Cast(
        WriteScope scope, OpenBattle battle, MemberId member, ReactionEvent change, DateTimeOffset at)
    {
        var (standing, events) = Read(scope, battle.Id, member);
        var before = standing.Choice;
        if (!standing.Apply(change))
        {
            return BattleStore.State(scope.Connection, scope.Transaction, battle.Id) is { } state and not BattleState.Voting
                ? (NotVoting(battle, state), 0)
                : (new CastResult.Unchanged(battle.Id, member, before), 0);
        }

        if (!TryPutEvent(scope, battle.Id, member, events, change, at))
            return (NotVoting(battle, BattleStore.State(scope.Connection, scope.Transaction, battle.Id) ?? BattleState.Void), 0);

        battle.Counted ??= Tally(scope.Connection, scope.Transaction, battle.Id).Counted;
        PutStanding(scope, battle.Id, member, standing, at);
        battle.Counted += (standing.Choice is null ? 0 : 1) - (before is null ? 0 : 1);
        return (CastResult.Of(battle.Id, member, before, standing, at), battle.Counted.Value);
    }

    private static CastResult.NotVoting NotVoting(OpenBattle battle, BattleState state)
    {
        if (state is BattleState.Queued or BattleState.Generating)
            battle.HadEarlyReactions = true;
        return new CastResult.NotVoting(state);
    }

    private static int WithdrawAll(WriteScope scope, OpenBattle battle, Choice? only, DateTimeOffset at)
    {
        var changes = 0;
        foreach (var member in Members(scope, battle.Id))
        {
            var (standing, events) = Read(scope, battle.Id, member);
            var withdrawn = standing.WithdrawAll(only);
            if (!TryPut(scope, battle.Id, member, events, withdrawn, standing, at))
                return 0;                                       // the vote is closed: what stands, stands
            foreach (var change in withdrawn)
                battle.Note(member, change.Choice!.Value);
            changes += withdrawn.Count;
        }

        battle.Counted = null;
        return changes;
    }

    private static (int Changes, int Counted) Reconcile(
        WriteScope scope, OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, DateTimeOffset at)
    {
        var changes = 0;
        var nothing = new HashSet<Choice>();
        foreach (var member in Members(scope, battle.Id).Union(read.Keys))
        {
            var (standing, events) = Read(scope, battle.Id, member);
            var merging = Reconciliation.Merge(standing, read.GetValueOrDefault(member) ?? nothing, battle.Since(member));
            if (!TryPut(scope, battle.Id, member, events, merging, standing, at))
                return (0, 0);                                  // closed meanwhile: what was counted, was counted
            changes += merging.Count;
        }

        battle.Counted = Tally(scope.Connection, scope.Transaction, battle.Id).Counted;
        return (changes, battle.Counted.Value);
    }

    /// <summary>Everyone whose reactions under the battle were ever noticed.</summary>
    private static IReadOnlyList<MemberId> Members(WriteScope scope, BattleId battle) =>
    [
        .. scope.Connection.Query<long>(
            "select distinct member_id from ballot_events where battle_id = @Battle", new { Battle = battle.Value }, scope.Transaction)
            .Select(member => new MemberId(Columns.Snowflake(member))),
    ];

    /// <summary>Stores a member's changes and what stands after them. False when the vote is not open: then nothing was stored.</summary>
    private static bool TryPut(
        WriteScope scope, BattleId battle, MemberId member, int events, IReadOnlyList<ReactionEvent> changes, StandingReactions standing,
        DateTimeOffset at)
    {
        foreach (var change in changes)
        {
            if (!TryPutEvent(scope, battle, member, events++, change, at))
                return false;
        }

        if (changes.Count > 0)
            PutStanding(scope, battle, member, standing, at);
        return true;
    }

    /// <summary>What stands of a member, and how many events there are.</summary>
    private static (StandingReactions Standing, int Events) Read(WriteScope scope, BattleId battle, MemberId member)
    {
        var standing = new StandingReactions();
        var count = 0;
        using var reader = scope.Prepared(Events, battle.Value, member.ToColumn()).ExecuteReader();
        for (; reader.Read(); count++)
        {
            var kind = Columns.Parse<ReactionEventKind>(reader.GetString(0));
            standing.Apply(new ReactionEvent(kind, reader.IsDBNull(1) ? null : Columns.Parse<Choice>(reader.GetString(1))));
        }

        return (standing, count);
    }

    /// <summary>Stores an event. False when the vote is not open: then nothing was stored.</summary>
    /// <param name="seq">Events of this member before it.</param>
    private static bool TryPutEvent(
        WriteScope scope, BattleId battle, MemberId member, int seq, ReactionEvent change, DateTimeOffset at) =>
        scope.Prepared(PutEvent, battle.Value, member.ToColumn(), (long)seq, Name(change.Kind), Name(change.Choice), at.ToColumn())
            .ExecuteNonQuery() == 1;

    /// <summary>Makes the ballot what stands now.</summary>
    private static void PutStanding(WriteScope scope, BattleId battle, MemberId member, StandingReactions standing, DateTimeOffset at)
    {
        if (standing.All.Count == 0)
        {
            scope.Prepared(DropBallot, battle.Value, member.ToColumn()).ExecuteNonQuery();
            return;
        }

        var reason = standing.IsAmbiguous ? nameof(UncountedReason.SeveralStanding) : null;
        scope.Prepared(
            PutBallot, battle.Value, member.ToColumn(), Name(standing.Choice), reason is null ? 1L : 0L, reason, at.ToColumn())
            .ExecuteNonQuery();
    }

    // Enum.ToString looks the name up each time; these run thousands of times a second.
    private static string Name(ReactionEventKind kind) => kind switch
    {
        ReactionEventKind.Added => nameof(ReactionEventKind.Added),
        ReactionEventKind.Withdrawn => nameof(ReactionEventKind.Withdrawn),
        _ => kind.ToString(),
    };

    private static string? Name(Choice? choice) => choice switch
    {
        Choice.A => nameof(Choice.A),
        Choice.B => nameof(Choice.B),
        Choice.Tie => nameof(Choice.Tie),
        Choice.BothBad => nameof(Choice.BothBad),
        _ => null,
    };

    private sealed record CountRow
    {
        public string Choice { get; init; } = "";
        public long N { get; init; }
    }
}
