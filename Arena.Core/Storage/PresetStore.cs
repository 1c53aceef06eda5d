using System.Data;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>presets</c>.</summary>
internal sealed class PresetStore(Database database) : IPresetStore
{
    private const string Put = """
        insert into presets (server_id, name, sampling, changed_at, changed_by) values (@Server, @Name, @Sampling, @At, @By)
        on conflict (server_id, name) do update set sampling = excluded.sampling, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        """;

    private const string Select = "select name, sampling from presets where server_id = @Server";

    public async Task<IReadOnlyList<SamplingPreset>> ListAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return Read(connection, null, server);
    }

    public Task<(bool IsStored, SamplingPreset? Before)> PutAsync(
        ServerId server, MemberId by, SamplingPreset preset, int most, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<(bool, SamplingPreset?)>(
            (connection, transaction) =>
            {
                var own = Read(connection, transaction, server);
                var before = own.FirstOrDefault(known => known.Name == preset.Name);
                if (before is null && own.Count >= most)
                    return (false, null);
                ServerStore.Remember(connection, transaction, server, at);
                var sampling = PresetColumn.Write(preset);
                connection.Execute(
                    Put,
                    new { Server = server.ToColumn(), preset.Name, Sampling = sampling, At = at.ToColumn(), By = by.ToColumn() },
                    transaction);
                AuditStore.Add(connection, transaction, new AuditEntry(at, server, by, "preset.set", preset.Name, sampling));
                return (true, before);
            },
            cancellationToken);

    public Task<bool> RemoveAsync(ServerId server, MemberId by, string name, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var before = Read(connection, transaction, server).FirstOrDefault(known => known.Name == name);
                if (before is null)
                    return false;
                connection.Execute(
                    "delete from presets where server_id = @Server and name = @Name", new { Server = server.ToColumn(), Name = name }, transaction);
                AuditStore.Add(connection, transaction, new AuditEntry(at, server, by, "preset.removed", name, PresetColumn.Write(before)));
                return true;
            },
            cancellationToken);

    private static IReadOnlyList<SamplingPreset> Read(IDbConnection connection, IDbTransaction? transaction, ServerId server) =>
    [
        .. connection.Query<Row>($"{Select} order by name", new { Server = server.ToColumn() }, transaction)
            .Select(row => PresetColumn.Read(row.Name, row.Sampling)),
    ];

    private sealed record Row
    {
        public string Name { get; init; } = "";
        public string Sampling { get; init; } = "";
    }
}
