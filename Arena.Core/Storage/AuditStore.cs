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
