using System.Data;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The servers the arena has been in.</summary>
public sealed class ServerStore(Database database, TimeProvider time)
{
    /// <summary>Remembers a server; known ones keep the moment they were first seen, and cost no write.</summary>
    public async Task RememberAsync(ServerId server, CancellationToken cancellationToken)
    {
        if (!await IsKnownAsync(server, cancellationToken))
        {
            await database.Writer.WriteAsync(
                (connection, transaction) => Remember(connection, transaction, server, time.GetUtcNow()), cancellationToken);
        }
    }

    /// <summary>The server that was joined first; null before any.</summary>
    public async Task<ServerId?> FirstAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select id from servers order by first_seen_at limit 1", cancellationToken: cancellationToken));
        return id is { } value ? new ServerId(Columns.Snowflake(value)) : null;
    }

    private async Task<bool> IsKnownAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select 1 from servers where id = @Id)", new { Id = server.ToColumn() }, cancellationToken: cancellationToken));
    }

    // Strictly increasing, so that of servers that come within one millisecond, as they do at the start, the first stays the first.
    internal static int Remember(IDbConnection connection, IDbTransaction transaction, ServerId server, DateTimeOffset at) =>
        connection.Execute(
            """
            insert into servers (id, first_seen_at)
            select @Id, max(@At, coalesce((select max(first_seen_at) + 1 from servers), @At))
            where true on conflict (id) do nothing
            """,
            new { Id = server.ToColumn(), At = at.ToColumn() }, transaction);
}
