using System.Data;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Dapper;
using DisplayNumbers = Arena.Core.Leaderboards.DisplayNumbers;

namespace Arena.Core.Storage;

/// <summary>The tables <c>suspicions</c> and <c>suspicion_members</c>.</summary>
internal sealed class SuspicionStore(Database database, ExclusionStore exclusions) : ISuspicionStore
{
    private const string Select = """
        select id, server_id, tag, evidence, noticed_at, state, decided_at, decided_by, channel_id, message_id from suspicions
        """;

    private const string Insert = """
        insert into suspicions (server_id, tag, evidence, noticed_at, state) values (@Server, @Tag, @Evidence, @At, 'Open') returning id
        """;

    internal const string LatelySeen = """
        select b.id as battle, v.member_id as member, b.model_a, b.model_b, v.choice, b.settled_at, v.cast_at, b.voting_opened_at
        from battles b join ballots v on v.battle_id = b.id
        where b.server_id = @Server and b.settled_at > @Since and v.exclusion_id is null and v.unfit is null and v.choice is not null
        """;

    // Votes overlap, so the first ballot need not be in the first battle; but it is in one of the first. Reading them all, every few minutes,
    // would take the longer the older the server is.
    internal const string FirstSeen = """
        select member_id, (
            select min(cast_at) from (
                select v.cast_at from ballots v cross join battles b on b.id = v.battle_id
                where v.member_id = lately.member_id and b.server_id = @Server and b.settled_at is not null
                order by v.battle_id limit 16))
        from (
            select distinct v.member_id from battles b join ballots v on v.battle_id = b.id
            where b.server_id = @Server and b.settled_at > @Since) lately
        """;

    private const string Decide = "update suspicions set state = @State, decided_at = @At, decided_by = @By where id = @Id and state in @From";

    public async Task<(IReadOnlyList<ServerId> Servers, DateTimeOffset? Last)> SettledAfterAsync(DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = (await connection.QueryAsync<(long Server, long Last)>(new CommandDefinition(
            // The unary plus keeps the planner from reading all battles in the order of their servers.
            "select server_id, max(settled_at) from battles where settled_at > @After group by +server_id", new { After = after.ToColumn() },
            cancellationToken: cancellationToken))).ToList();
        return ([.. rows.Select(row => new ServerId(Columns.Snowflake(row.Server)))], rows.Count == 0 ? null : Columns.Instant(rows.Max(row => row.Last)));
    }

    public async Task<(IReadOnlyList<SeenBallot> Ballots, IReadOnlyDictionary<MemberId, DateTimeOffset> FirstBallots)> ReadAsync(
        ServerId server, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        // Of one moment: a member who is forgotten in between would have ballots and no first one.
        await using var transaction = connection.BeginTransaction(deferred: true);
        var ballots = await connection.QueryAsync<BallotRow>(Command(LatelySeen));
        var first = await connection.QueryAsync<(long Member, long At)>(Command(FirstSeen));
        return (
            // When the accounts of the forgotten were made is not known any more.
            [.. ballots.Select(row => row.ToBallot()).Where(ballot => !ballot.Member.IsForgotten)],
            first.ToDictionary(row => new MemberId(Columns.Snowflake(row.Member)), row => Columns.Instant(row.At)));

        CommandDefinition Command(string sql) => new(
            sql, new { Server = server.ToColumn(), Since = since.ToColumn() }, transaction, cancellationToken: cancellationToken);
    }

    public Task<bool> TryAddAsync(ServerId server, VoteGroup group, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync((connection, transaction) => TryAdd(connection, transaction, server, group, at), cancellationToken);

    public async Task<IReadOnlyList<Suspicion>> ListAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return Read(connection, null, "where server_id = @Server order by id desc", new { Server = server.ToColumn() });
    }

    public async Task<Suspicion?> FindAsync(ServerId server, SuspicionId id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return Find(connection, null, server, id);
    }

    public async Task<IReadOnlyList<Suspect>> SuspectsAsync(Suspicion suspicion, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var ballots = await connection.QueryAsync<BallotRow>(new CommandDefinition(
            """
            select b.id as battle, v.member_id as member, b.model_a, b.model_b, v.choice, b.settled_at, v.cast_at, b.voting_opened_at
            from suspicion_members m join ballots v on v.member_id = m.member_id join battles b on b.id = v.battle_id
            where m.suspicion_id = @Id and b.server_id = @Server and b.settled_at is not null and @Tag in (b.model_a, b.model_b) and v.choice is not null
            """,
            new { Id = suspicion.Id.Value, Server = suspicion.Server.ToColumn(), suspicion.Tag }, cancellationToken: cancellationToken));
        var own = ballots.Select(row => row.ToBallot()).ToLookup(ballot => ballot.Member);
        return
        [
            .. suspicion.Members
                .Select(member => new Suspect(
                    member, own[member].Count(), own[member].Count(ballot => ballot.Chosen == suspicion.Tag), Statistics.Median(own[member].Select(ballot => ballot.Seconds))))
                .OrderByDescending(suspect => suspect.Ballots).ThenBy(suspect => suspect.Member.Value),
        ];
    }

    public Task<(DecideResult Result, IReadOnlyList<BattleId> Touched)> DecideAsync(
        ServerId server, SuspicionId id, SuspicionDecision decision, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(scope => DecideOne(scope, server, id, decision, by, at), cancellationToken);

    public async Task<IReadOnlyList<Suspicion>> UntoldAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return Read(connection, null, "where state = 'Open' and message_id is null order by id", new { });
    }

    public Task ToldAsync(SuspicionId id, ChannelId channel, MessageId message, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                "update suspicions set channel_id = @Channel, message_id = @Message where id = @Id",
                new { Id = id.Value, Channel = channel.ToColumn(), Message = message.ToColumn() }, transaction),
            cancellationToken);

    private static bool TryAdd(IDbConnection connection, IDbTransaction transaction, ServerId server, VoteGroup group, DateTimeOffset at)
    {
        var before = Read(connection, transaction, "where server_id = @Server and tag = @Tag", new { Server = server.ToColumn(), group.Tag });
        if (before.Any(known => known.State != SuspicionState.Excluded && known.Evidence.IsFor == group.Evidence.IsFor && IsAbout(known, group)))
            return false;
        var id = connection.ExecuteScalar<long>(
            Insert,
            new { Server = server.ToColumn(), group.Tag, Evidence = EvidenceColumn.Write(group.Evidence), At = at.ToColumn() }, transaction);
        connection.Execute(
            "insert into suspicion_members (suspicion_id, member_id) values (@Id, @Member)",
            group.Members.Select(member => new { Id = id, Member = member.ToColumn() }), transaction);
        AuditStore.Add(connection, transaction, new AuditEntry(
            at, server, null, "suspicion.noticed", $"suspicion {id}",
            $"{DisplayNumbers.Counted(group.Members.Count, "account")}, {DisplayNumbers.Counted(group.Evidence.Ballots, "ballot")} {(group.Evidence.IsFor ? "for" : "against")} {group.Tag}"));
        return true;
    }

    // The same accounts, mostly, and not half as many again.
    private static bool IsAbout(Suspicion known, VoteGroup group)
    {
        var same = known.Members.Intersect(group.Members).Count();
        return same * 2 >= Math.Min(known.Members.Count, group.Members.Count) && group.Members.Count * 2 < known.Members.Count * 3;
    }

    private (DecideResult Result, IReadOnlyList<BattleId> Touched) DecideOne(
        WriteScope scope, ServerId server, SuspicionId id, SuspicionDecision decision, MemberId by, DateTimeOffset at)
    {
        if (Find(scope.Connection, scope.Transaction, server, id) is not { } suspicion)
            return (new DecideResult.Unknown(), []);
        string[] from = decision switch
        {
            SuspicionDecision.Exclude => [nameof(SuspicionState.Open), nameof(SuspicionState.Dismissed)],
            SuspicionDecision.Dismiss => [nameof(SuspicionState.Open)],
            _ => [nameof(SuspicionState.Excluded)],
        };
        var state = decision == SuspicionDecision.Exclude ? SuspicionState.Excluded : SuspicionState.Dismissed;
        var values = new { Id = id.Value, State = state.ToString(), At = at.ToColumn(), By = by.ToColumn(), From = from };
        if (scope.Connection.Execute(Decide, values, scope.Transaction) == 0)
            return (new DecideResult.Already(suspicion), []);

        var (count, touched) = decision switch
        {
            SuspicionDecision.Exclude => Exclude(scope, suspicion, by, at),
            SuspicionDecision.TakeBack => TakeBack(scope, suspicion, by, at),
            _ => Dismiss(scope, suspicion, by, at),
        };
        return (new DecideResult.Decided(Find(scope.Connection, scope.Transaction, server, id)!, count), touched);
    }

    private (BallotCount Count, IReadOnlyList<BattleId> Touched) Exclude(WriteScope scope, Suspicion suspicion, MemberId by, DateTimeOffset at)
    {
        var request = new ExclusionRequest(suspicion.Server, suspicion.Members, $"suspicion {suspicion.Id}", by);
        var (result, touched) = exclusions.Exclude(scope, request, suspicion.Id, at);
        return (result is ExcludeResult.Excluded excluded ? excluded.Count : default, touched);
    }

    private (BallotCount Count, IReadOnlyList<BattleId> Touched) TakeBack(WriteScope scope, Suspicion suspicion, MemberId by, DateTimeOffset at)
    {
        var id = scope.Connection.ExecuteScalar<long?>(
            "select id from exclusions where suspicion_id = @Id and restored_at is null", new { Id = suspicion.Id.Value }, scope.Transaction);
        if (id is not { } exclusion)
            return (default, []);
        var (result, touched) = exclusions.RestoreOne(scope, suspicion.Server, new ExclusionId(exclusion), by, at);
        return (result is RestoreResult.Restored restored ? restored.Count : default, touched);
    }

    private static (BallotCount Count, IReadOnlyList<BattleId> Touched) Dismiss(WriteScope scope, Suspicion suspicion, MemberId by, DateTimeOffset at)
    {
        AuditStore.Add(
            scope.Connection, scope.Transaction,
            new AuditEntry(at, suspicion.Server, by, "suspicion.dismissed", $"suspicion {suspicion.Id}", null));
        return (default, []);
    }

    private static Suspicion? Find(IDbConnection connection, IDbTransaction? transaction, ServerId server, SuspicionId id) =>
        Read(connection, transaction, "where id = @Id and server_id = @Server", new { Id = id.Value, Server = server.ToColumn() }).SingleOrDefault();

    private static List<Suspicion> Read(IDbConnection connection, IDbTransaction? transaction, string where, object parameters)
    {
        var rows = connection.Query<Row>($"{Select} {where}", parameters, transaction).ToList();
        var members = connection.Query<(long Suspicion, long Member)>(
            $"select suspicion_id, member_id from suspicion_members where suspicion_id in (select id from suspicions {where})", parameters, transaction)
            .ToLookup(row => row.Suspicion, row => new MemberId(Columns.Snowflake(row.Member)));
        return [.. rows.Select(row => row.ToSuspicion([.. members[row.Id].OrderBy(member => member.Value)]))];
    }

    private sealed record BallotRow
    {
        public long Battle { get; init; }
        public long Member { get; init; }
        public string ModelA { get; init; } = "";
        public string ModelB { get; init; } = "";
        public string Choice { get; init; } = "";
        public long SettledAt { get; init; }
        public long CastAt { get; init; }
        public long? VotingOpenedAt { get; init; }

        public SeenBallot ToBallot() => new(
            Battle, new MemberId(Columns.Snowflake(Member)), ModelA, ModelB, Choice switch { "A" => ModelA, "B" => ModelB, _ => null },
            Columns.Instant(SettledAt), Math.Max(0, CastAt - (VotingOpenedAt ?? CastAt)) / 1000.0);
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public long ServerId { get; init; }
        public string Tag { get; init; } = "";
        public string Evidence { get; init; } = "";
        public long NoticedAt { get; init; }
        public string State { get; init; } = "";
        public long? DecidedAt { get; init; }
        public long? DecidedBy { get; init; }
        public long? ChannelId { get; init; }
        public long? MessageId { get; init; }

        public Suspicion ToSuspicion(IReadOnlyList<MemberId> members) => new(
            new SuspicionId(Id), new ServerId(Columns.Snowflake(ServerId)), Tag, EvidenceColumn.Read(Evidence), members, Columns.Instant(NoticedAt),
            Columns.Parse<SuspicionState>(State), DecidedBy is { } by ? new MemberId(Columns.Snowflake(by)) : null, Columns.Instant(DecidedAt),
            ChannelId is { } channel ? new ChannelId(Columns.Snowflake(channel)) : null,
            MessageId is { } message ? new MessageId(Columns.Snowflake(message)) : null);
    }
}
