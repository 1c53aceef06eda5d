using System.Data;
using System.Globalization;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>suggestions</c>.</summary>
internal sealed class SuggestionStore(Database database) : ISuggestionStore
{
    private const string Select = """
        select id, kind, server_id, channel_id, subject, key, category, note, suggested_at, suggested_by, state, decided_at, decided_by, reason
        from suggestions
        """;

    // The same list: models of all servers, prompts of one.
    private const string SameList = "kind = @Kind and (kind = 'Model' or server_id = @Server)";

    private const string Insert = """
        insert into suggestions (kind, server_id, channel_id, subject, key, category, note, suggested_at, suggested_by, state)
        values (@Kind, @Server, @Channel, @Subject, @Key, @Category, @Note, @At, @By, 'Open')
        returning id
        """;

    private const string Decide = """
        update suggestions set state = @State, decided_at = @At, decided_by = @By, reason = @Reason where id = @Id and state = 'Open'
        """;

    public async Task<Suggestion?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            Select + " where id = @Id", new { Id = id }, cancellationToken: cancellationToken));
        return row?.ToSuggestion();
    }

    public async Task<IReadOnlyList<Suggestion>> OpenAsync(SuggestionKind kind, ServerId? server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            Select + " where kind = @Kind and state = 'Open' and (@Server is null or server_id = @Server) order by id",
            new { Kind = kind.ToString(), Server = server?.ToColumn() }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToSuggestion())];
    }

    public Task<SuggestResult> MakeAsync(
        Suggestion suggestion, Func<SuggestionHistory, SuggestResult?> refuse, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var history = History(connection, transaction, suggestion);
                if (refuse(history) is { } refusal)
                    return refusal;
                ServerStore.Remember(connection, transaction, suggestion.Server, suggestion.SuggestedAt);
                var made = suggestion with { Id = connection.ExecuteScalar<long>(Insert, Values(suggestion), transaction) };
                AuditStore.Add(connection, transaction, Entry(made, suggestion.SuggestedAt, suggestion.SuggestedBy, "suggestion.made", null));
                return new SuggestResult.Made(made, history.OpenCount == 0);
            },
            cancellationToken);

    public Task<SuggestionDecision> DecideAsync(Suggestion decided, NewPrompt? prompt, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var (at, by) = (decided.DecidedAt!.Value, decided.DecidedBy!.Value);
                var values = new { decided.Id, State = decided.State.ToString(), At = at.ToColumn(), By = by.ToColumn(), decided.Reason };
                if (prompt is not null && PromptStore.Overflow(connection, transaction, decided.Server, [prompt]) is not null)
                    return SuggestionDecision.NoRoom;
                if (connection.Execute(Decide, values, transaction) == 0)
                    return SuggestionDecision.NotOpen;
                if (prompt is not null)
                    PromptStore.Add(connection, transaction, decided.Server, by, prompt, at);
                var action = decided.State == SuggestionState.Approved ? "suggestion.approved" : "suggestion.declined";
                AuditStore.Add(connection, transaction, Entry(decided, at, by, action, decided.Reason));
                return SuggestionDecision.Made;
            },
            cancellationToken);

    private static SuggestionHistory History(IDbConnection connection, IDbTransaction transaction, Suggestion suggestion)
    {
        var of = Values(suggestion);
        var open = connection.QueryFirstOrDefault<Row>(Select + $" where {SameList} and key = @Key and state = 'Open'", of, transaction);
        DateTimeOffset? Declined(string andWhose) => Columns.Instant(connection.ExecuteScalar<long?>(
            $"select max(decided_at) from suggestions where {SameList} and key = @Key and state = 'Declined' {andWhose}", of, transaction));
        var lately = connection.Query<long>(
            "select suggested_at from suggestions where suggested_by = @By and suggested_at > @DayBefore order by suggested_at", of, transaction);
        var waiting = connection.ExecuteScalar<int>($"select count(*) from suggestions where {SameList} and state = 'Open'", of, transaction);
        return new SuggestionHistory(
            open?.ToSuggestion(), Declined(""), Declined("and suggested_by = @By"), [.. lately.Select(Columns.Instant)], waiting);
    }

    private static object Values(Suggestion suggestion) => new
    {
        Kind = suggestion.Kind.ToString(),
        Server = suggestion.Server.ToColumn(),
        Channel = suggestion.Channel.ToColumn(),
        suggestion.Subject,
        suggestion.Key,
        suggestion.Category,
        suggestion.Note,
        At = suggestion.SuggestedAt.ToColumn(),
        By = suggestion.SuggestedBy.ToColumn(),
        DayBefore = suggestion.SuggestedAt.AddDays(-1).ToColumn(),
    };

    // A prompt is the member's own words, so the audit names it by its number.
    private static AuditEntry Entry(Suggestion suggestion, DateTimeOffset at, MemberId by, string action, string? detail) => new(
        at, suggestion.Server, by, action,
        suggestion.Kind == SuggestionKind.Model ? suggestion.Subject : string.Create(CultureInfo.InvariantCulture, $"prompt suggestion {suggestion.Id}"),
        detail);

    private sealed record Row
    {
        public long Id { get; init; }
        public string Kind { get; init; } = "";
        public long ServerId { get; init; }
        public long ChannelId { get; init; }
        public string Subject { get; init; } = "";
        public string Key { get; init; } = "";
        public string? Category { get; init; }
        public string? Note { get; init; }
        public long SuggestedAt { get; init; }
        public long SuggestedBy { get; init; }
        public string State { get; init; } = "";
        public long? DecidedAt { get; init; }
        public long? DecidedBy { get; init; }
        public string? Reason { get; init; }

        public Suggestion ToSuggestion() => new(
            Id, Columns.Parse<SuggestionKind>(Kind), new ServerId(Columns.Snowflake(ServerId)), new ChannelId(Columns.Snowflake(ChannelId)), Subject,
            Key, Category, Note, Columns.Instant(SuggestedAt), new MemberId(Columns.Snowflake(SuggestedBy)))
        {
            State = Columns.Parse<SuggestionState>(State),
            DecidedAt = Columns.Instant(DecidedAt),
            DecidedBy = DecidedBy is { } by ? new MemberId(Columns.Snowflake(by)) : null,
            Reason = Reason,
        };
    }
}
