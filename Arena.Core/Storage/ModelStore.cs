using System.Data;
using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The tables <c>models</c> and <c>server_benches</c>.</summary>
public sealed class ModelStore(Database database) : IModelStore
{
    /// <summary>All that makes a <see cref="Model"/>, of <c>models m</c>.</summary>
    internal const string ModelColumns = """
        m.tag, m.display_name, m.family, m.parameters_billions, m.quantization, m.kind, m.capabilities, m.status, m.digest, m.size_bytes,
        m.context_tokens, m.license, m.age_restricted, m.flag_reason, m.flag_link, m.failures, m.benched_at, m.bench_detail, m.bench_told, m.removed_at,
        m.to_be_deleted, m.gpu_bytes, m.weights_changed_at, m.added_at
        """;

    internal const string Select = $"select {ModelColumns} from models m";

    private const string Insert = """
        insert into models (tag, display_name, family, parameters_billions, quantization, kind, capabilities, status, digest, size_bytes,
            context_tokens, license, age_restricted, added_at, changed_at)
        values (@Tag, @DisplayName, @Family, @ParametersBillions, @Quantization, @Kind, @Capabilities, @Status, @Digest, @SizeBytes,
            @ContextTokens, @License, @AgeRestricted, @At, @At)
        on conflict (tag) do nothing
        """;

    private const string Update = """
        update models set display_name = @DisplayName, family = @Family, parameters_billions = @ParametersBillions,
            quantization = @Quantization, kind = @Kind, capabilities = @Capabilities, status = @Status, digest = @Digest,
            size_bytes = @SizeBytes, context_tokens = @ContextTokens, license = @License, age_restricted = @AgeRestricted,
            flag_reason = @FlagReason, flag_link = @FlagLink, failures = @Failures, benched_at = @BenchedAt, bench_detail = @BenchDetail,
            bench_told = @BenchTold, removed_at = @RemovedAt, to_be_deleted = @ToBeDeleted, gpu_bytes = @GpuBytes, weights_changed_at = @WeightsChangedAt, changed_at = @At
        where tag = @Tag
        """;

    /// <summary>All models that ever were on the roster, by tag.</summary>
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
                    return new AddResult.Added(Find(connection, transaction, model.Tag)!);
                }

                var was = Find(connection, transaction, model.Tag)!;
                if (was.CanPlay)
                    return new AddResult.AlreadyActive(was);
                var back = model with { AddedAt = was.AddedAt };
                connection.Execute(Update, ModelRow.Of(back, at), transaction);
                AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, "model.restored", model.Tag, $"was {was.Condition}"));
                return new AddResult.Restored(back, was.Condition);
            },
            cancellationToken);

    Task<Model?> IModelStore.ChangeAsync(
        string tag, Func<Model, ModelChange?> change, MemberId? by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                if (Find(connection, transaction, tag) is not { } model || change(model) is not { } wanted)
                    return null;
                connection.Execute(Update, ModelRow.Of(wanted.After, at), transaction);
                if (wanted.Verb is { } verb)
                    AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, verb, tag, wanted.Detail));
                return wanted.After;
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
    public async Task<IReadOnlySet<string>> BenchedInAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var tags = await connection.QueryAsync<string>(new CommandDefinition(
            "select tag from server_benches where server_id = @Server", new { Server = server.ToColumn() }, cancellationToken: cancellationToken));
        return tags.ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task<bool> TryBenchAsync(ServerId server, string tag, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeInServerAsync(
            "insert into server_benches (server_id, tag, benched_at, benched_by) values (@Server, @Tag, @At, @By) on conflict do nothing",
            "model.benched", server, tag, by, at, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryPlayAsync(ServerId server, string tag, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeInServerAsync(
            "delete from server_benches where server_id = @Server and tag = @Tag", "model.played", server, tag, by, at, cancellationToken);

    // Battles that are not settled are left out: their speeds would tell who is in them.
    private const string Speeds = """
        select a.tokens_per_second, a.first_token_ms from (
            select id, 'A' as side, settled_at from battles where model_a = @Tag and settled_at is not null
            union all
            select id, 'B', settled_at from battles where model_b = @Tag and settled_at is not null
            order by settled_at desc limit 50) b
        join answers a on a.battle_id = b.id and a.turn = 1 and a.side = b.side
        """;

    /// <inheritdoc/>
    public async Task<ModelSpeed?> SpeedAsync(string tag, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var answers = (await connection.QueryAsync<(double TokensPerSecond, double FirstTokenMs)>(
            new CommandDefinition(Speeds, new { Tag = tag }, cancellationToken: cancellationToken))).ToList();
        return answers.Count == 0 ? null : new ModelSpeed(
            answers.Count, Median(answers.Select(answer => answer.TokensPerSecond)), TimeSpan.FromMilliseconds(Median(answers.Select(answer => answer.FirstTokenMs))));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <inheritdoc/>
    public async Task<bool> IsNeededAsync(string? tag, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            select exists (select 1 from battles
            where state in ('Queued', 'Generating', 'Voting') and (@Tag is null or @Tag in (model_a, model_b)))
            """,
            new { Tag = tag }, cancellationToken: cancellationToken));
    }

    internal static Model? Find(IDbConnection connection, IDbTransaction? transaction, string tag) =>
        connection.QuerySingleOrDefault<ModelRow>(Select + " where m.tag = @Tag", new { Tag = tag }, transaction)?.ToModel();

    private Task<bool> ChangeInServerAsync(
        string sql, string verb, ServerId server, string tag, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var row = new { Server = server.ToColumn(), Tag = tag, At = at.ToColumn(), By = by.ToColumn() };
                if (connection.Execute(sql, row, transaction) == 0)
                    return false;
                AuditStore.Add(connection, transaction, new AuditEntry(at, server, by, verb, tag));
                return true;
            },
            cancellationToken);

    private static bool TryAdd(IDbConnection connection, IDbTransaction transaction, Model model, DateTimeOffset at) =>
        connection.Execute(Insert, ModelRow.Of(model, at), transaction) == 1;
}
