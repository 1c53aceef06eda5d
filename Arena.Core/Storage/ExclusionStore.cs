using Arena.Core.Battles.Voting;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Dapper;
using DisplayNumbers = Arena.Core.Leaderboards.DisplayNumbers;

namespace Arena.Core.Storage;

/// <summary>The tables <c>exclusions</c> and <c>excluded_ballots</c>.</summary>
internal sealed class ExclusionStore(Database database, RatingReplay replay, OpenBattles open) : IExclusionStore
{
    private const int Some = 500;

    private const string Wanted = """
        select v.battle_id, v.member_id from ballots v join battles b on b.id = v.battle_id
        where v.member_id in @Members and b.server_id = @Server and b.state in ('Voting', 'Settled')
        """;

    private const string Add = """
        insert into exclusions (server_id, suspicion_id, reason, excluded_at, excluded_by) values (@Server, @Suspicion, @Reason, @At, @By)
        returning id
        """;

    private const string AddBallot = "insert into excluded_ballots (exclusion_id, battle_id, member_id) values ($p1, $p2, $p3)";

    private const string Take = """
        update ballots set exclusion_id = @Id
        where exclusion_id is null and (battle_id, member_id) in (select battle_id, member_id from excluded_ballots where exclusion_id = @Id)
        """;

    private const string Standing = """
        select x.id from exclusions x
        where x.server_id = @Server and x.suspicion_id is null and x.restored_at is null
            and exists (select 1 from excluded_ballots e where e.exclusion_id = x.id and e.member_id = @Member)
        order by x.id
        """;

    private const string Held = "select battle_id, member_id from ballots where exclusion_id = @Id";

    private const string Restore = """
        update exclusions set restored_at = @At, restored_by = @By where id = @Id and server_id = @Server and restored_at is null
        """;

    // A message that shows the end has to show the new tally, if not before then after the next start.
    private const string ShowAnew = $"""
        update battles set shown_state = '{BattleStore.ShownBefore}'
        where id in @Battles and settled_at >= @Since and shown_state = '{nameof(BattleState.Settled)}'
        """;

    // To the first of the others that stand and are about the same ballot.
    private const string PassOn = """
        update ballots set exclusion_id = (
            select min(e.exclusion_id) from excluded_ballots e join exclusions x on x.id = e.exclusion_id
            where e.battle_id = ballots.battle_id and e.member_id = ballots.member_id and x.restored_at is null)
        where exclusion_id = @Id
        """;

    public Task<(ExcludeResult Result, IReadOnlyList<BattleId> Touched)> ExcludeAsync(
        ExclusionRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(scope => Exclude(scope, request, null, at), cancellationToken);

    public Task<(RestoreResult Result, IReadOnlyList<BattleId> Touched)> RestoreAsync(
        ServerId server, ExclusionId id, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(scope => RestoreOne(scope, server, id, by, at), cancellationToken);

    public async Task<IReadOnlyList<BattleId>> SettledSinceAsync(
        IReadOnlyList<BattleId> battles, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var settled = await connection.QueryAsync<long>(new CommandDefinition(
            "select id from battles where settled_at >= @Since", new { Since = since.ToColumn() }, cancellationToken: cancellationToken));
        var recent = settled.ToHashSet();
        return [.. battles.Where(battle => recent.Contains(battle.Value))];
    }

    public async Task<IReadOnlyList<ExclusionId>> StandingAsync(ServerId server, MemberId member, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var standing = await connection.QueryAsync<long>(new CommandDefinition(
            Standing, new { Server = server.ToColumn(), Member = member.ToColumn() }, cancellationToken: cancellationToken));
        return [.. standing.Select(id => new ExclusionId(id))];
    }

    /// <summary>Excludes within a transaction. Whoever calls it tells the listeners after the commit.</summary>
    internal (ExcludeResult Result, IReadOnlyList<BattleId> Touched) Exclude(
        WriteScope scope, ExclusionRequest request, SuspicionId? suspicion, DateTimeOffset at)
    {
        var wanted = Find(scope, request);
        if (wanted.Count == 0)
            return (new ExcludeResult.NoBallots(), []);
        var id = scope.Connection.ExecuteScalar<long>(
            Add,
            new { Server = request.Server.ToColumn(), Suspicion = suspicion?.Value, request.Reason, At = at.ToColumn(), By = request.By.ToColumn() },
            scope.Transaction);
        foreach (var ballot in wanted)
            scope.Prepared(AddBallot, id, ballot.BattleId, ballot.MemberId).ExecuteNonQuery();
        scope.Connection.Execute(Take, new { Id = id }, scope.Transaction);

        var taken = HeldBy(scope, id);
        var count = Count(taken);
        var touched = CountAnew(scope, taken, request.By, at, $"exclusion {id}");
        AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(
            at, request.Server, request.By, "ballots.excluded", $"exclusion {id}", $"{Words(count)}: {request.Reason}"));
        return (new ExcludeResult.Excluded(new ExclusionId(id), count), touched);
    }

    /// <summary>Takes back within a transaction. Whoever calls it tells the listeners after the commit.</summary>
    internal (RestoreResult Result, IReadOnlyList<BattleId> Touched) RestoreOne(
        WriteScope scope, ServerId server, ExclusionId id, MemberId by, DateTimeOffset at)
    {
        var values = new { Id = id.Value, Server = server.ToColumn(), At = at.ToColumn(), By = by.ToColumn() };
        if (scope.Connection.Execute(Restore, values, scope.Transaction) == 0)
            return (WhyNot(scope, server, id), []);

        var held = HeldBy(scope, id.Value);
        scope.Connection.Execute(PassOn, values, scope.Transaction);
        var passedOn = held.Count == 0 ? [] : Excluded(scope, held);
        var freed = held.Where(ballot => !passedOn.Contains((ballot.BattleId, ballot.MemberId))).ToList();
        var touched = CountAnew(scope, freed, by, at, $"exclusion {id} taken back");
        var count = Count(freed);
        AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(at, server, by, "ballots.restored", $"exclusion {id}", Words(count)));
        return (new RestoreResult.Restored(count), touched);
    }

    private static List<Key> Find(WriteScope scope, ExclusionRequest request)
    {
        var found = new List<Key>();
        foreach (var some in request.Members.Distinct().Chunk(Some))
        {
            found.AddRange(scope.Connection.Query<Key>(
                Wanted,
                new { Members = some.Select(member => member.ToColumn()), Server = request.Server.ToColumn() },
                scope.Transaction));
        }

        return found;
    }

    private static RestoreResult WhyNot(WriteScope scope, ServerId server, ExclusionId id)
    {
        var row = scope.Connection.QuerySingleOrDefault<RestoredRow>(
            "select restored_at, restored_by from exclusions where id = @Id and server_id = @Server",
            new { Id = id.Value, Server = server.ToColumn() }, scope.Transaction);
        return row is { RestoredAt: { } at, RestoredBy: { } by }
            ? new RestoreResult.AlreadyRestored(new MemberId(Columns.Snowflake(by)), Columns.Instant(at))
            : new RestoreResult.Unknown();
    }

    private static List<Key> HeldBy(WriteScope scope, long id) =>
        [.. scope.Connection.Query<Key>(Held, new { Id = id }, scope.Transaction)];

    private static HashSet<(long Battle, long Member)> Excluded(WriteScope scope, List<Key> ballots)
    {
        var excluded = new HashSet<(long Battle, long Member)>();
        foreach (var some in ballots.Select(ballot => ballot.BattleId).Distinct().Chunk(Some))
        {
            excluded.UnionWith(scope.Connection.Query<Key>(
                "select battle_id, member_id from ballots where exclusion_id is not null and battle_id in @Battles", new { Battles = some },
                scope.Transaction).Select(row => (row.BattleId, row.MemberId)));
        }

        return excluded;
    }

    /// <summary>Recounts the battles of these ballots and computes all ratings again.</summary>
    private IReadOnlyList<BattleId> CountAnew(WriteScope scope, List<Key> ballots, MemberId by, DateTimeOffset at, string why)
    {
        if (ballots.Count == 0)
            return [];
        long[] battles = [.. ballots.Select(ballot => ballot.BattleId).Distinct().Order()];
        BallotCounting.Recount(scope, battles);
        foreach (var some in battles.Chunk(Some))
            scope.Connection.Execute(ShowAnew, new { Battles = some, Since = (at - ExclusionDesk.ShownAnew).ToColumn() }, scope.Transaction);
        foreach (var battle in battles)
        {
            // An open vote counts towards its quorum in memory. Were this undone, it would only be counted once more than needed.
            if (open.Find(new BattleId(battle)) is { } vote)
                vote.Counted = null;
        }

        replay.Run(scope, by, why);
        return [.. battles.Select(battle => new BattleId(battle))];
    }

    private static BallotCount Count(List<Key> ballots) => new(
        ballots.Count, ballots.Select(ballot => ballot.MemberId).Distinct().Count(), ballots.Select(ballot => ballot.BattleId).Distinct().Count());

    private static string Words(BallotCount count) =>
        $"{DisplayNumbers.Counted(count.Ballots, "ballot")} of {DisplayNumbers.Counted(count.Members, "account")} in {DisplayNumbers.Counted(count.Battles, "battle")}";

    private sealed record Key
    {
        public long BattleId { get; init; }
        public long MemberId { get; init; }
    }

    private sealed record RestoredRow
    {
        public long? RestoredAt { get; init; }
        public long? RestoredBy { get; init; }
    }
}
