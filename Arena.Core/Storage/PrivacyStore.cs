using System.Globalization;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Privacy;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>What is stored under members' ids, see <see cref="MemberColumns"/>.</summary>
internal sealed class PrivacyStore(Database database) : IPrivacyStore
{
    private const int AtOnce = 200;

    // What a member asked for waits until the message shows how the battle ended, though not for ever.
    private const string Due = """
        select id from battles
        where server_id = @Server and texts_dropped_at is null and state in ('Settled', 'Void') and coalesce(settled_at, voided_at) < @Before
        union
        select id from battles
        where server_id = @Server and texts_dropped_at is null and drops_texts = 1 and state in ('Settled', 'Void')
            and (shown_state = state or coalesce(settled_at, voided_at) < @At - 3600000)
        limit @AtOnce
        """;

    public async Task<StoredData> ReadAsync(MemberId member, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var kinds = new List<StoredKind>();
        foreach (var column in MemberColumns.All)
        {
            var rows = await connection.QueryAsync(new CommandDefinition(
                $"select {column.Shown} from {column.Table} where {column.Column} = @Member", new { Member = member.ToColumn() },
                cancellationToken: cancellationToken));
            var readable = rows.Cast<IDictionary<string, object?>>().Select(Readable).ToList();
            if (readable.Count > 0)
                kinds.Add(new StoredKind(column.Kind, readable));
        }

        var told = await connection.QueryAsync(new CommandDefinition(
            "select at as done_at, server_id, action, detail from audit where subject = @Subject order by id", new { Subject = Subject(member) },
            cancellationToken: cancellationToken));
        if (told.Cast<IDictionary<string, object?>>().Select(Readable).ToList() is { Count: > 0 } done)
            kinds.Add(new StoredKind("deeds in the audit that concern you", done));
        return new StoredData(kinds);
    }

    public Task<ForgetResult> ForgetAsync(MemberId member, bool withTexts, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(scope => Forget(scope, member, withTexts, at), cancellationToken);

    public Task<bool> TryFoldLogAsync(CancellationToken cancellationToken) => database.TryFoldLogAsync(cancellationToken);

    public Task<IReadOnlyList<BattleId>> OpenVotesAsync(MemberId member, CancellationToken cancellationToken) => BattlesAsync(
        """
        select id from battles where state = 'Voting'
            and (starter_id = @Member or exists (select 1 from ballot_events where battle_id = id and member_id = @Member))
        """,
        member, cancellationToken);

    public Task<IReadOnlyList<BattleId>> WaitingAsync(MemberId member, CancellationToken cancellationToken) => BattlesAsync(
        "select id from battles where starter_id = @Member and state in ('Queued', 'Generating')", member, cancellationToken);

    public async Task<IReadOnlyList<ServerId>> ServersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return [.. (await connection.QueryAsync<long>(new CommandDefinition("select id from servers", cancellationToken: cancellationToken)))
            .Select(id => new ServerId(Columns.Snowflake(id)))];
    }

    public Task<int> DropTextsAsync(ServerId server, DateTimeOffset? before, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            scope =>
            {
                var due = scope.Connection.Query<long>(
                    Due, new { Server = server.ToColumn(), Before = before.ToColumn(), At = at.ToColumn(), AtOnce }, scope.Transaction).AsList();
                if (due.Count == 0)
                    return 0;
                DropTexts(scope, due, at);
                AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(
                    at, server, null, "texts.dropped", DisplayNumbers.Counted(due.Count, "battle")));
                return due.Count;
            },
            cancellationToken);

    private static ForgetResult Forget(WriteScope scope, MemberId member, bool withTexts, DateTimeOffset at)
    {
        var of = new Ids(member.ToColumn(), 0);
        var bans = Count("select count(*) from bans where member_id = @Member");
        Execute("update bans set name = '' where member_id = @Member");
        var isNamed = scope.Connection.ExecuteScalar<bool>(
            "select exists (select 1 from audit where subject = @Subject)", new { Subject = Subject(member) }, scope.Transaction);
        if (!isNamed && !MemberColumns.All.Any(column => !column.IsKept && Count($"select exists (select 1 from {column.Table} where {column.Column} = @Member)") > 0))
            return new ForgetResult.NothingStored(bans);

        var battles = Count("select count(*) from battles where starter_id = @Member");
        var ballots = Count("select count(*) from ballots where member_id = @Member");
        foreach (var open in scope.Connection.Query<long>(
            "select distinct battle_id from ballot_events where member_id = @Member and battle_id in (select id from battles where state = 'Voting')",
            of, scope.Transaction).AsList())
        {
            ForgottenVoters.Add(scope, new BattleId(open), member);
        }

        var texts = withTexts ? Asked(scope, member) : [];
        DropTexts(scope, [.. texts.Where(battle => battle.IsOver).Select(battle => battle.Id)], at);
        scope.Connection.Execute(
            "update battles set drops_texts = 1 where id in @Battles",
            new { Battles = texts.Where(battle => !battle.IsOver).Select(battle => battle.Id).ToArray() }, scope.Transaction);
        var number = NextNumber(scope);
        of = of with { Forgotten = MemberId.Forgotten(number).ToColumn() };
        foreach (var column in MemberColumns.All.Where(column => !column.IsKept))
            Execute($"update {column.Table} set {column.Column} = @Forgotten where {column.Column} = @Member");
        scope.Connection.Execute(
            "update audit set subject = @To where subject = @From",
            new { From = Subject(member), To = Subject(MemberId.Forgotten(number)) }, scope.Transaction);
        // Counts and no name: what was asked is the member's own, that it was done is everybody's.
        AuditStore.Add(scope.Connection, scope.Transaction, new AuditEntry(
            at, null, null, "member.forgotten", "a member",
            $"{DisplayNumbers.Counted(battles, "battle")} and {DisplayNumbers.Counted(ballots, "ballot")} stay without the id; texts of {DisplayNumbers.Counted(texts.Count, "battle")} went"));
        return new ForgetResult.Forgotten(battles, ballots, texts.Count, bans);

        int Count(string sql) => scope.Connection.ExecuteScalar<int>(sql, of, scope.Transaction);

        void Execute(string sql) => scope.Connection.Execute(sql, of, scope.Transaction);
    }

    private static string Subject(MemberId member) => $"member:{member}";

    private static IReadOnlyList<AskedRow> Asked(WriteScope scope, MemberId member) => scope.Connection.Query<AskedRow>(
        """
        select id, state in ('Settled', 'Void') and shown_state is state as is_over from battles
        where texts_dropped_at is null and (starter_id = @Member or id in (select battle_id from turns where asked_by = @Member))
        """,
        new { Member = member.ToColumn() }, scope.Transaction).AsList();

    private static void DropTexts(WriteScope scope, IReadOnlyCollection<long> battles, DateTimeOffset at)
    {
        foreach (var some in battles.Chunk(AtOnce))
        {
            var of = new { Battles = some, At = at.ToColumn() };
            scope.Connection.Execute("update battles set prompt = '', leak_words = null, texts_dropped_at = @At where id in @Battles", of, scope.Transaction);
            scope.Connection.Execute("update turns set prompt = '' where battle_id in @Battles", of, scope.Transaction);
            scope.Connection.Execute("update answers set text = '', thinking = '' where battle_id in @Battles", of, scope.Transaction);
            scope.Connection.Execute("update reports set reason = null where battle_id in @Battles", of, scope.Transaction);
        }
    }

    private static long NextNumber(WriteScope scope) => scope.Connection.ExecuteScalar<long>(
        """
        insert into arena (key, value) values ('forgotten members', '1')
        on conflict (key) do update set value = cast(value as integer) + 1
        returning cast(value as integer)
        """, transaction: scope.Transaction);

    private async Task<IReadOnlyList<BattleId>> BattlesAsync(string sql, MemberId member, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<long>(new CommandDefinition(sql, new { Member = member.ToColumn() }, cancellationToken: cancellationToken));
        return [.. rows.Select(id => new BattleId(id))];
    }

    private static IReadOnlyDictionary<string, object?> Readable(IDictionary<string, object?> row) => row.ToDictionary(
        value => value.Key,
        value => value switch
        {
            ({ } name, long at) when name.EndsWith("_at", StringComparison.Ordinal) =>
                Columns.Instant(at).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            // Numbers of this size do not survive JavaScript.
            ({ } name, long id) when name.EndsWith("_id", StringComparison.Ordinal) => Columns.Snowflake(id).ToString(CultureInfo.InvariantCulture),
            var (_, other) => other,
        },
        StringComparer.Ordinal);

    private sealed record Ids(long Member, long Forgotten);

    private sealed record AskedRow
    {
        public long Id { get; init; }
        public bool IsOver { get; init; }
    }
}
