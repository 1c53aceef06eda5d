using Arena.Core.Servers;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>server_settings</c>.</summary>
internal sealed class ServerSettingsStore(Database database) : IServerSettingsStore
{
    private const string Put = """
        insert into server_settings (server_id, key, value) values (@Server, @Key, @Value)
        on conflict (server_id, key) do update set value = excluded.value
        """;

    private const string Drop = "delete from server_settings where server_id = @Server and key = @Key";

    public async Task<IReadOnlyDictionary<ServerId, IReadOnlyDictionary<string, string>>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "select server_id, key, value from server_settings", cancellationToken: cancellationToken));
        return rows.GroupBy(row => new ServerId(Columns.Snowflake(row.ServerId))).ToDictionary(
            group => group.Key,
            IReadOnlyDictionary<string, string> (group) => group.ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal));
    }

    public Task StoreAsync(
        ServerId server, MemberId by, IReadOnlyList<StoredChange> changes, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                ServerStore.Remember(connection, transaction, server, at);
                foreach (var change in changes)
                {
                    connection.Execute(
                        change.IsDefault ? Drop : Put, new { Server = server.ToColumn(), change.Key, Value = change.After }, transaction);
                    AuditStore.Add(
                        connection, transaction, new AuditEntry(at, server, by, "server.setting", change.Key, $"from {change.Before} to {change.After}"));
                }

                return true;
            },
            cancellationToken);

    private sealed record Row
    {
        public long ServerId { get; init; }
        public string Key { get; init; } = "";
        public string Value { get; init; } = "";
    }
}
