using System.Data;
using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>models</c>.</summary>
public sealed class ModelStore(Database database)
{
    private const string Select = """
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

    internal static bool TryAdd(IDbConnection connection, IDbTransaction transaction, Model model, DateTimeOffset at) =>
        connection.Execute(Insert, ModelRow.Of(model, at), transaction) == 1;

    internal static bool TryMove(
        IDbConnection connection, IDbTransaction transaction, string tag, ModelStatus from, ModelStatus to, DateTimeOffset at) =>
        connection.Execute(
            Move, new { Tag = tag, From = from.ToString(), To = to.ToString(), At = at.ToColumn() }, transaction) == 1;

    internal static void UpdateDescription(IDbConnection connection, IDbTransaction transaction, Model model, DateTimeOffset at) =>
        connection.Execute(Describe, ModelRow.Of(model, at), transaction);

    internal static long Count(IDbConnection connection, IDbTransaction transaction) =>
        connection.ExecuteScalar<long>("select count(*) from models", transaction: transaction);

    internal static Model? Find(IDbConnection connection, IDbTransaction? transaction, string tag) =>
        connection.QuerySingleOrDefault<ModelRow>(Select + " where tag = @Tag", new { Tag = tag }, transaction)?.ToModel();
}
