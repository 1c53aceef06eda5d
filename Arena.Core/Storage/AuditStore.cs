using System.Data;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Who did what. Rows are only ever added, in the transaction of the deed.</summary>
public sealed class AuditStore(Database database)
{
    private const string Insert = """
        insert into audit (at, server_id, member_id, action, subject, detail)
        values (@At, @ServerId, @MemberId, @Action, @Subject, @Detail)
        """;

    private const string Latest = """
        select at, server_id, member_id, action, subject, detail from audit
        where @ServerId is null or server_id is null or server_id = @ServerId
        order by id desc limit @Count
        """;

    private const string Matching = """
        from audit
        where (server_id = @Server or (@WithArena and server_id is null))
            and (@Member is null or member_id = @Member or subject = @Subject)
            and (@Noun is null or action like @Noun || '.%' or action like @Noun || 's.%')
        """;

    /// <summary>A page of what was asked for; the last one where there are fewer.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="size">Entries of a page.</param>
    public async Task<AuditPage> PageAsync(AuditQuery query, int number, int size, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var values = new DynamicParameters(new { Server = query.Server.ToColumn(), query.WithArena, Member = query.Member?.ToColumn(), Subject = $"member:{query.Member}", query.Noun });
        var count = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"select count(*) {Matching}", values, cancellationToken: cancellationToken));
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(number, 1, pages);
        values.AddDynamicParams(new { Size = size, Before = (page - 1) * size });
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"select at, server_id, member_id, action, subject, detail {Matching} order by id desc limit @Size offset @Before", values,
            cancellationToken: cancellationToken));
        return new AuditPage([.. rows.Select(row => row.ToEntry())], page, pages);
    }

    /// <summary>The newest entries first: those of one server and of the whole arena, or all.</summary>
    public async Task<IReadOnlyList<AuditEntry>> LatestAsync(ServerId? server, int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            Latest, new { ServerId = server?.ToColumn(), Count = count }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>Adds an entry for a deed that changes nothing else in the database.</summary>
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                Add(connection, transaction, entry);
                return true;
            },
            cancellationToken);

    internal static void Add(IDbConnection connection, IDbTransaction transaction, AuditEntry entry) =>
        connection.Execute(
            Insert,
            new
            {
                At = entry.At.ToColumn(),
                ServerId = entry.Server?.ToColumn(),
                MemberId = entry.Member?.ToColumn(),
                entry.Action,
                entry.Subject,
                entry.Detail,
            },
            transaction);

    private sealed record Row
    {
        public long At { get; init; }
        public long? ServerId { get; init; }
        public long? MemberId { get; init; }
        public string Action { get; init; } = "";
        public string Subject { get; init; } = "";
        public string? Detail { get; init; }

        public AuditEntry ToEntry() => new(
            Columns.Instant(At),
            ServerId is { } server ? new ServerId(Columns.Snowflake(server)) : null,
            MemberId is { } member ? new MemberId(Columns.Snowflake(member)) : null,
            Action, Subject, Detail);
    }
}
