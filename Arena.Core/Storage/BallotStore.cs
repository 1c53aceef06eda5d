using System.Data;
using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
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

    private const string Present = """
        select v.counted, v.unfit, v.reason, v.exclusion_id, v.cast_at, exists (select 1 from bans where server_id = $p3 and member_id = $p2)
        from (select 1) left join ballots v on v.battle_id = $p1 and v.member_id = $p2
        """;

    private static readonly string PutBallot = $"""
        insert into ballots (battle_id, member_id, choice, cast_at, unfit, banned, exclusion_id, counted, reason)
        select $p1, $p2, $p3, $p4, unfit, banned, exclusion, why is null, why
        from (
            select *, {BallotCounting.Why("banned", "unfit", "exclusion", "null")} as why
            from (select $p5 as unfit, $p6 as banned, $p7 as exclusion))
        where true
        on conflict (battle_id, member_id) do update
        set choice = excluded.choice, cast_at = excluded.cast_at, unfit = excluded.unfit, banned = excluded.banned,
            counted = excluded.counted, reason = excluded.reason
        returning reason
        """;

    private const string DropBallot = "delete from ballots where battle_id = $p1 and member_id = $p2";

    // What the member casts after it is another ballot, which no exclusion is about.
    private const string DropExclusions = "delete from excluded_ballots where battle_id = $p1 and member_id = $p2";

    private const string Count = """
        select choice, count(*) as n from ballots where battle_id = @Battle and counted = 1 group by choice
        """;

    public Task<(CastResult Result, int Counted)> CastAsync(
        OpenBattle battle, MemberId member, ReactionEvent change, Fitness fitness, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => Cast(scope, battle, member, change, fitness, at), cancellationToken);

    public Task<(CastResult Result, int Counted)> ChooseAsync(
        OpenBattle battle, MemberId member, Choice choice, Fitness fitness, DateTimeOffset at,
        CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => Choose(scope, battle, member, choice, fitness, at), cancellationToken);

    public async Task<IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>>> StandingAsync(BattleId battle, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<EventRow>(new CommandDefinition(
            "select member_id, kind, choice from ballot_events where battle_id = @Battle order by member_id, seq",
            new { Battle = battle.Value }, cancellationToken: cancellationToken));
        return rows.GroupBy(row => new MemberId(Columns.Snowflake(row.MemberId))).ToDictionary(
            events => events.Key,
            IReadOnlySet<Choice> (events) =>
            {
                var standing = new StandingReactions();
                foreach (var row in events)
                    standing.Apply(new ReactionEvent(Columns.Parse<ReactionEventKind>(row.Kind), Columns.ParseOrNull<Choice>(row.Choice)));
                return standing.All.ToHashSet();
            });
    }

    public Task WithdrawAllAsync(OpenBattle battle, Choice? only, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => WithdrawAll(scope, battle, only, at), cancellationToken);

    public Task<(int Changes, int Counted)> ReconcileAsync(
        OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, Func<MemberId, Fitness> fitness, DateTimeOffset at,
        CancellationToken cancellationToken) =>
        WriteAsync(battle, scope => Reconcile(scope, battle, read, fitness, at), cancellationToken);

    internal static Tally Tally(IDbConnection connection, IDbTransaction? transaction, BattleId battle)
    {
        var counts = connection.Query<CountRow>(Count, new { Battle = battle.Value }, transaction)
            .ToDictionary(row => Columns.Parse<Choice>(row.Choice), row => (int)row.N);
        return new Tally(
            counts.GetValueOrDefault(Choice.A), counts.GetValueOrDefault(Choice.B),
            counts.GetValueOrDefault(Choice.Tie), counts.GetValueOrDefault(Choice.BothBad));
    }

    /// <summary>Ballots of a battle that are kept and not counted, by why.</summary>
    internal static IReadOnlyDictionary<UncountedReason, int> Uncounted(IDbConnection connection, BattleId battle) =>
        connection.Query<(string Reason, long N)>(
            "select reason, count(*) from ballots where battle_id = @Battle and counted = 0 group by reason", new { Battle = battle.Value })
            .ToDictionary(row => Columns.Parse<UncountedReason>(row.Reason), row => (int)row.N);

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
        WriteScope scope, OpenBattle battle, MemberId member, ReactionEvent change, Fitness fitness, DateTimeOffset at)
    {
        if (ForgottenVoters.Contain(scope, battle.Id, member))
            return (new CastResult.Unchanged(battle.Id, member, null), 0);
        var (standing, events) = Read(scope, battle.Id, member);
        var before = standing.Choice;
        if (standing.Apply(change))
            return Change(scope, battle, member, events, [change], before, standing, fitness, at);
        return BattleStore.State(scope.Connection, scope.Transaction, battle.Id) is { } state and not BattleState.Voting
            ? (NotVoting(battle, state), 0)
            : (new CastResult.Unchanged(battle.Id, member, before), 0);
    }

    private static (CastResult Result, int Counted) Choose(
        WriteScope scope, OpenBattle battle, MemberId member, Choice choice, Fitness fitness, DateTimeOffset at)
    {
        if (ForgottenVoters.Contain(scope, battle.Id, member))
            return (new CastResult.Unchanged(battle.Id, member, null), 0);
        var (standing, events) = Read(scope, battle.Id, member);
        var before = standing.Choice;
        List<ReactionEvent> changes = [.. standing.WithdrawAll(null)];
        if (before != choice)
        {
            standing.Add(choice);
            changes.Add(new ReactionEvent(ReactionEventKind.Added, choice));
        }

        return Change(scope, battle, member, events, changes, before, standing, fitness, at);
    }

    private static (CastResult Result, int Counted) Change(
        WriteScope scope, OpenBattle battle, MemberId member, int events, IReadOnlyList<ReactionEvent> changes, Choice? before,
        StandingReactions standing, Fitness fitness, DateTimeOffset at)
    {
        battle.Counted ??= Tally(scope.Connection, scope.Transaction, battle.Id).Counted;
        if (TryPut(scope, battle, member, events, changes, standing, fitness, at) is not { } put)
            return (NotVoting(battle, BattleStore.State(scope.Connection, scope.Transaction, battle.Id) ?? BattleState.Void), 0);

        battle.Counted += put.Change;
        return (CastResult.Of(battle.Id, member, before, standing, put.Reason, at), battle.Counted.Value);
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
            if (TryPut(scope, battle, member, events, withdrawn, standing, Fitness.AsBefore, at) is null)
                return 0;                                       // the vote is closed: what stands, stands
            foreach (var change in withdrawn)
                battle.Note(member, change.Choice!.Value);
            changes += withdrawn.Count;
        }

        battle.Counted = null;
        return changes;
    }

    private static (int Changes, int Counted) Reconcile(
        WriteScope scope, OpenBattle battle, IReadOnlyDictionary<MemberId, IReadOnlySet<Choice>> read, Func<MemberId, Fitness> fitness,
        DateTimeOffset at)
    {
        var changes = 0;
        var nothing = new HashSet<Choice>();
        foreach (var member in Members(scope, battle.Id).Union(read.Keys))
        {
            if (member.IsForgotten || ForgottenVoters.Contain(scope, battle.Id, member))
                continue;                                       // what Discord still shows of them is nobody's any more
            var (standing, events) = Read(scope, battle.Id, member);
            var merging = Reconciliation.Merge(standing, read.GetValueOrDefault(member) ?? nothing, battle.Since(member));
            var isCast = merging.Any(change => change.Kind is ReactionEventKind.Found);
            if (TryPut(scope, battle, member, events, merging, standing, isCast ? fitness(member) : Fitness.AsBefore, at) is null)
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

    /// <summary>Stores a member's changes and what stands after them.</summary>
    /// <returns>
    /// What it changed in the number of counted ballots, and why the member's does not count; null when the vote is not open: then nothing
    /// was stored.
    /// </returns>
    private static (int Change, UncountedReason? Reason)? TryPut(
        WriteScope scope, OpenBattle battle, MemberId member, int events, IReadOnlyList<ReactionEvent> changes, StandingReactions standing,
        Fitness fitness, DateTimeOffset at)
    {
        foreach (var change in changes)
        {
            if (!TryPutEvent(scope, battle.Id, member, events++, change, at))
                return null;
        }

        return changes.Count > 0 ? PutStanding(scope, battle, member, standing, fitness, at) : (0, null);
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
    private static (int Change, UncountedReason? Reason) PutStanding(
        WriteScope scope, OpenBattle battle, MemberId member, StandingReactions standing, Fitness fitness, DateTimeOffset at)
    {
        var before = ReadBallot(scope, battle, member);
        var counted = before.IsCounted ? 1 : 0;
        if (standing.All.Count == 0)
        {
            scope.Prepared(DropBallot, battle.Id.Value, member.ToColumn()).ExecuteNonQuery();
            if (before.Exclusion is not null)
                scope.Prepared(DropExclusions, battle.Id.Value, member.ToColumn()).ExecuteNonQuery();
            return (-counted, null);
        }

        var unfit = fitness.Reason(before.Exists, before.Unfit)
            ?? (standing.IsAmbiguous ? UncountedReason.SeveralStanding : (UncountedReason?)null);
        var reason = scope.Prepared(
            PutBallot, battle.Id.Value, member.ToColumn(), Name(standing.Choice), at.ToColumn(), unfit?.ToString(), before.IsBanned ? 1L : 0L,
            before.Exclusion)
            .ExecuteScalar() as string;
        return ((reason is null ? 1 : 0) - counted, Columns.ParseOrNull<UncountedReason>(reason));
    }

    /// <summary>The member's ballot as it is, if there is one, and whether the member is banned.</summary>
    private static StoredBallot ReadBallot(WriteScope scope, OpenBattle battle, MemberId member)
    {
        using var reader = scope.Prepared(Present, battle.Id.Value, member.ToColumn(), battle.Server.ToColumn()).ExecuteReader();
        reader.Read();
        var isBanned = reader.GetInt64(5) == 1;
        if (reader.IsDBNull(0))
            return new StoredBallot(false, false, null, null, null, default, isBanned);
        return new StoredBallot(
            true, reader.GetInt64(0) == 1, Columns.ParseOrNull<UncountedReason>(Text(1)), Columns.ParseOrNull<UncountedReason>(Text(2)),
            reader.IsDBNull(3) ? null : reader.GetInt64(3), Columns.Instant(reader.GetInt64(4)), isBanned);

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
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

    private readonly record struct StoredBallot(
        bool Exists, bool IsCounted, UncountedReason? Unfit, UncountedReason? Reason, long? Exclusion, DateTimeOffset CastAt, bool IsBanned);

    private sealed record EventRow
    {
        public long MemberId { get; init; }
        public string Kind { get; init; } = "";
        public string? Choice { get; init; }
    }

    private sealed record CountRow
    {
        public string Choice { get; init; } = "";
        public long N { get; init; }
    }
}
