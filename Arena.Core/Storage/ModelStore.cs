using System.Data;
using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>models</c>.</summary>
public sealed class ModelStore(Database database) : IModelStore
{
    internal const string Select = """
        select tag, display_name, family, parameters_billions, quantization, kind, capabilities, status from models
        """;

    private const string Insert = """
        insert into models (tag, display_name, family, parameters_billions, quantization, kind, capabilities, status, added_at, changed_at)
        values (@Tag, @DisplayName, @Family, @ParametersBillions, @Quantization, @Kind, @Capabilities, @Status, @At, @At)
        on conflict (tag) do nothing
        """;

    private const string Move = """
        update models set status = @To, changed_at = @At where tag = @Tag and status = @From
        """;

    private const string Describe = """
        update models set family = @Family, parameters_billions = @ParametersBillions, quantization = @Quantization,
            capabilities = @Capabilities, changed_at = @At
        where tag = @Tag
        """;

    /// <summary>All models, by tag.</summary>
    public async Task<IReadOnlyList<Model>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<ModelRow>(new CommandDefinition(
            Select + " order by tag", cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToModel())];
    }

    /// <inheritdoc/>
    public Task<AddResult> PutAsync(Model model, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<AddResult>(
            (connection, transaction) =>
            {
                if (TryAdd(connection, transaction, model, at))
                {
                    AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, "model.added", model.Tag));
                    return new AddResult.Added(model);
                }

                var was = Find(connection, transaction, model.Tag)!.Status;
                if (was == ModelStatus.Active || !TryMove(connection, transaction, model.Tag, was, ModelStatus.Active, at))
                    return new AddResult.AlreadyActive(model);
                connection.Execute(Describe, ModelRow.Of(model, at), transaction);
                AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, "model.restored", model.Tag, $"was {was}"));
                return new AddResult.Restored(model, was);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryRetireAsync(Model model, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                if (!TryMove(connection, transaction, model.Tag, model.Status, ModelStatus.Retired, at))
                    return false;
                AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, "model.retired", model.Tag));
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Model>> SeedAsync(IReadOnlyList<Model> models, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync<IReadOnlyList<Model>>(
            (connection, transaction) =>
            {
                if (connection.ExecuteScalar<long>("select count(*) from models", transaction: transaction) > 0)
                    return [];
                var added = models.Where(model => TryAdd(connection, transaction, model, at)).ToList();
                foreach (var model in added)
                    AuditStore.Add(connection, transaction, new AuditEntry(at, null, null, "model.added", model.Tag, "seed"));
                return added;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task DescribeAsync(IReadOnlyList<Model> models, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(Describe, models.Select(model => ModelRow.Of(model, at)), transaction),
            cancellationToken);

    internal static Model? Find(IDbConnection connection, IDbTransaction? transaction, string tag) =>
        connection.QuerySingleOrDefault<ModelRow>(Select + " where tag = @Tag", new { Tag = tag }, transaction)?.ToModel();

    private static bool TryAdd(IDbConnection connection, IDbTransaction transaction, Model model, DateTimeOffset at) =>
        connection.Execute(Insert, ModelRow.Of(model, at), transaction) == 1;

    private static bool TryMove(
        IDbConnection connection, IDbTransaction transaction, string tag, ModelStatus from, ModelStatus to, DateTimeOffset at) =>
        connection.Execute(
            Move, new { Tag = tag, From = from.ToString(), To = to.ToString(), At = at.ToColumn() }, transaction) == 1;
}
