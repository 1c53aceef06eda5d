using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>pulls</c>.</summary>
internal sealed class PullStore(Database database) : IPullStore
{
    private const string Select = """
        select id, tag, adds, server_id, channel_id, message_id, asked_by, asked_at, suggestion_id, state, node, failure,
               completed_bytes, total_bytes, ended_by
        from pulls
        """;

    private const string Insert = """
        insert into pulls (tag, adds, server_id, channel_id, asked_by, asked_at, suggestion_id, state)
        values (@Tag, @Adds, @Server, @Channel, @By, @At, @Suggestion, 'Running')
        on conflict (tag collate nocase) where state = 'Running' do nothing
        """;

    private const string End = """
        update pulls set state = @State, failure = @Failure, detail = @Detail, ended_by = @By, ended_at = @At
        where id = @Id and state = 'Running'
        """;

    public Task<(Pull Pull, bool IsNew)> StartAsync(
        string tag, bool adds, ServerId server, ChannelId channel, MemberId by, long? suggestion, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                ServerStore.Remember(connection, transaction, server, at);
                var isNew = connection.Execute(
                    Insert,
                    new
                    {
                        Tag = tag, Adds = adds, Server = server.ToColumn(), Channel = channel.ToColumn(), By = by.ToColumn(), At = at.ToColumn(),
                        Suggestion = suggestion,
                    },
                    transaction) == 1;
                if (isNew)
                    AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, "pull.started", tag));
                var row = connection.QuerySingle<Row>($"{Select} where tag = @Tag collate nocase and state = 'Running'", new { Tag = tag }, transaction);
                return (row.ToPull(), isNew);
            },
            cancellationToken);

    public async Task<Pull?> FindAsync(PullId pull, CancellationToken cancellationToken) =>
        (await ReadAsync("where id = @Id", new { Id = pull.Value }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Pull>> RunningAsync(CancellationToken cancellationToken) =>
        ReadAsync("where state = 'Running' order by id", null, cancellationToken);

    public Task<IReadOnlyList<Pull>> UnshownAsync(CancellationToken cancellationToken) =>
        ReadAsync("where state <> 'Running' and is_shown = 0 order by id", null, cancellationToken);

    public Task SetMessageAsync(PullId pull, MessageId message, CancellationToken cancellationToken) =>
        WriteAsync("update pulls set message_id = @Message where id = @Id", new { Id = pull.Value, Message = message.ToColumn() }, cancellationToken);

    public Task SetProgressAsync(PullId pull, Uri? node, long? completed, long? total, CancellationToken cancellationToken) => WriteAsync(
        "update pulls set node = @Node, completed_bytes = @Completed, total_bytes = @Total where id = @Id",
        new { Id = pull.Value, Node = node?.ToString(), Completed = completed, Total = total },
        cancellationToken);

    public Task SetAddsAsync(PullId pull, CancellationToken cancellationToken) =>
        WriteAsync("update pulls set adds = 1 where id = @Id", new { Id = pull.Value }, cancellationToken);

    public Task SetShownAsync(PullId pull, CancellationToken cancellationToken) =>
        WriteAsync("update pulls set is_shown = 1 where id = @Id", new { Id = pull.Value }, cancellationToken);

    public Task<bool> TryEndAsync(
        PullId pull, PullState state, PullFailure? failure, string? detail, MemberId? by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var values = new
                {
                    Id = pull.Value, State = state.ToString(), Failure = failure?.ToString(), Detail = detail, By = by?.ToColumn(), At = at.ToColumn(),
                };
                if (connection.Execute(End, values, transaction) == 0)
                    return false;
                var tag = connection.ExecuteScalar<string>("select tag from pulls where id = @Id", values, transaction)!;
                AuditStore.Add(connection, transaction, new AuditEntry(at, null, by, $"pull.{state.ToString().ToLowerInvariant()}", tag, failure?.ToString()));
                return true;
            },
            cancellationToken);

    private async Task<IReadOnlyList<Pull>> ReadAsync(string which, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition($"{Select} {which}", values, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToPull())];
    }

    private Task WriteAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync((connection, transaction) => connection.Execute(sql, values, transaction), cancellationToken);

    private sealed record Row
    {
        public long Id { get; init; }
        public string Tag { get; init; } = "";
        public bool Adds { get; init; }
        public long ServerId { get; init; }
        public long ChannelId { get; init; }
        public long? MessageId { get; init; }
        public long AskedBy { get; init; }
        public long AskedAt { get; init; }
        public long? SuggestionId { get; init; }
        public string State { get; init; } = "";
        public string? Node { get; init; }
        public string? Failure { get; init; }
        public long? CompletedBytes { get; init; }
        public long? TotalBytes { get; init; }
        public long? EndedBy { get; init; }

        public Pull ToPull() => new(
            new PullId(Id), Tag, Adds, new ServerId(Columns.Snowflake(ServerId)), new ChannelId(Columns.Snowflake(ChannelId)),
            MessageId is { } message ? new MessageId(Columns.Snowflake(message)) : null, new MemberId(Columns.Snowflake(AskedBy)),
            Columns.Instant(AskedAt), SuggestionId, Columns.Parse<PullState>(State))
        {
            Node = Node is null ? null : new Uri(Node),
            Failure = Columns.ParseOrNull<PullFailure>(Failure),
            CompletedBytes = CompletedBytes,
            TotalBytes = TotalBytes,
            EndedBy = EndedBy is { } by ? new MemberId(Columns.Snowflake(by)) : null,
        };
    }
}
