using Arena.Core.Battles.Voting;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>bans</c>, and what it does to ballots in open votes.</summary>
internal sealed class BanStore(Database database) : IBanStore
{
    private const string Selected = "member_id, name, reason, banned_at, banned_by";

    private const string Insert = """
        insert into bans (server_id, member_id, name, reason, banned_at, banned_by)
        values (@Server, @Member, @Name, @Reason, @At, @By)
        """;

    // The unary plus keeps the planner from reading all battles of the server instead of the open ones.
    private const string Mark = """
        update ballots set banned = @Banned
        where member_id = @Member and banned <> @Banned
            and battle_id in (select id from battles where state = 'Voting' and +server_id = @Server)
        returning battle_id
        """;

    private const string Counted = "select count(*) from ballots where member_id = @Member and battle_id in @Battles and counted = 1";

    public async Task<bool> IsBannedAsync(ServerId server, MemberId member, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select 1 from bans where server_id = @Server and member_id = @Member)",
            new { Server = server.ToColumn(), Member = member.ToColumn() }, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<Ban>> ListAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Selected} from bans where server_id = @Server order by banned_at desc, member_id",
            new { Server = server.ToColumn() }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToBan())];
    }

    public Task<BanResult> BanAsync(ServerId server, Ban ban, ICollection<OpenBattle> open, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<BanResult>(
            scope =>
            {
                if (Find(scope, server, ban.Member) is { } standing)
                    return new BanResult.AlreadyBanned(standing);
                ServerStore.Remember(scope.Connection, scope.Transaction, server, ban.At);
                scope.Connection.Execute(
                    Insert,
                    new
                    {
                        Server = server.ToColumn(), Member = ban.Member.ToColumn(), ban.Name, ban.Reason, At = ban.At.ToColumn(),
                        By = ban.By.ToColumn(),
                    },
                    scope.Transaction);
                AuditStore.Add(
                    scope.Connection, scope.Transaction,
                    new AuditEntry(ban.At, server, ban.By, "member.banned", $"member:{ban.Member}", ban.Reason));
                return new BanResult.Banned(ban, Recount(scope, server, ban.Member, banned: true, open));
            },
            cancellationToken);

    public Task<BanResult> UnbanAsync(
        ServerId server, MemberId member, MemberId by, DateTimeOffset at, ICollection<OpenBattle> open, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<BanResult>(
            scope =>
            {
                if (Find(scope, server, member) is not { } ban)
                    return new BanResult.NotBanned();
                scope.Connection.Execute(
                    "delete from bans where server_id = @Server and member_id = @Member",
                    new { Server = server.ToColumn(), Member = member.ToColumn() }, scope.Transaction);
                AuditStore.Add(
                    scope.Connection, scope.Transaction, new AuditEntry(at, server, by, "member.unbanned", Subject(ban), ban.Reason));
                return new BanResult.Unbanned(ban, Recount(scope, server, member, banned: false, open));
            },
            cancellationToken);

    /// <summary>Counts the member's ballots in the server's open votes anew.</summary>
    /// <returns>How many of them began or ceased to count.</returns>
    private static int Recount(WriteScope scope, ServerId server, MemberId member, bool banned, ICollection<OpenBattle> open)
    {
        var battles = scope.Connection.Query<long>(
            Mark, new { Banned = banned, Member = member.ToColumn(), Server = server.ToColumn() }, scope.Transaction).AsList();
        var before = CountOf();
        BallotCounting.Recount(scope, battles);
        foreach (var battle in open.Where(battle => battles.Contains(battle.Id.Value)))
            battle.Counted = null;
        return Math.Abs(CountOf() - before);

        int CountOf() => scope.Connection.ExecuteScalar<int>(
            Counted, new { Member = member.ToColumn(), Battles = battles }, scope.Transaction);
    }

    // Who has asked to be forgotten has no name in the list of bans, and their id goes with the ban.
    private static string Subject(Ban ban) => ban.Name.Length == 0 ? "a member" : $"member:{ban.Member}";

    private static Ban? Find(WriteScope scope, ServerId server, MemberId member) =>
        scope.Connection.QuerySingleOrDefault<Row>(
            $"select {Selected} from bans where server_id = @Server and member_id = @Member",
            new { Server = server.ToColumn(), Member = member.ToColumn() }, scope.Transaction)?.ToBan();

    private sealed record Row
    {
        public long MemberId { get; init; }
        public string Name { get; init; } = "";
        public string? Reason { get; init; }
        public long BannedAt { get; init; }
        public long BannedBy { get; init; }

        public Ban ToBan() => new(
            new MemberId(Columns.Snowflake(MemberId)), Name, Reason, Columns.Instant(BannedAt), new MemberId(Columns.Snowflake(BannedBy)));
    }
}
