using System.Data;
using Arena.Core.Battles;
using Arena.Core.Inference;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>
/// The table <c>battles</c>, from the queue to the end, and the <c>answers</c> that open a vote. Every change of state names the state it expects
/// and reads the row count: asked twice, it happens once.
/// </summary>
internal sealed class BattleStore(Database database) : IBattleStore
{
    /// <summary>The message shows the end, but not what has changed since: it is shown again after a start.</summary>
    internal const string ShownBefore = "SettledBefore";

    private const string BeginGenerating = """
        update battles set state = 'Generating', generating_at = @At where id = @Id and state = 'Queued'
        """;

    private const string Requeue = """
        update battles set state = 'Queued', generating_at = null, restarts = restarts + @Restarts where id = @Id and state = 'Generating'
        """;

    private const string RequeueAll = """
        update battles set state = 'Queued', generating_at = null, restarts = restarts + 1
        where state in ('Queued', 'Generating') and id not in @Except
        """;

    private const string OpenVoting = """
        update battles set state = 'Voting', voting_opened_at = @At, closes_at = @ClosesAt where id = @Id and state = 'Generating'
        """;

    private const string EndDuel = """
        update battles set state = 'Settled', settled_at = @At, settle_cause = 'Answered' where id = @Id and state = 'Generating' and kind = 'Duel'
        """;

    private const string Void = """
        update battles set state = 'Void', voided_at = @At, void_reason = @Reason, void_detail = @Detail
        where id = @Id and state in ('Queued', 'Generating', 'Voting')
        returning server_id
        """;

    private const string VoidWaiting = """
        update battles set state = 'Void', voided_at = @At, void_reason = @Reason, void_detail = @Detail
        where id = @Id and state in ('Queued', 'Generating')
        returning server_id
        """;

    private const string PutAnswer = """
        insert into answers (battle_id, turn, side, text, thinking, prompt_tokens, output_tokens, load_ms, first_token_ms,
            generating_ms, tokens_per_second, done_reason, headings, list_items, bold)
        values (@Battle, (select turn from battles where id = @Battle), @Side, @Text, @Thinking, @PromptTokens, @OutputTokens, @LoadMs, @FirstTokenMs,
            @GeneratingMs, @TokensPerSecond, @DoneReason, @Headings, @ListItems, @Bold)
        """;

    private const string Counts = """
        select
            sum(state = 'Queued') as queued, sum(state = 'Generating') as generating, sum(state = 'Voting') as voting,
            sum(state = 'Settled' and kind = 'Battle') as settled, sum(state = 'Void') as void
        from battles where @Server is null or server_id = @Server
        """;

    private const string Durations = """
        select voting_opened_at - generating_at from battles
        where voting_opened_at is not null and generating_at is not null order by id desc limit @Count
        """;

    public async Task<Battle?> FindAsync(BattleId id, CancellationToken cancellationToken) =>
        (await ReadAsync("where id = @Id", new { Id = id.Value }, cancellationToken)).SingleOrDefault();

    public async Task<Battle?> FindByMessageAsync(MessageId message, CancellationToken cancellationToken) =>
        (await ReadAsync("where message_id = @Message", new { Message = message.ToColumn() }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Battle>> WaitingAsync(ServerId server, CancellationToken cancellationToken) => ReadAsync(
        "where state in ('Queued', 'Generating') and server_id = @Server order by id",
        new { Server = server.ToColumn() }, cancellationToken);

    public Task<IReadOnlyList<Battle>> InStateAsync(BattleState state, CancellationToken cancellationToken) =>
        ReadAsync("where state = @State order by id", new { State = state.ToString() }, cancellationToken);

    public Task<IReadOnlyList<Battle>> GoingOnInChannelAsync(ChannelId channel, CancellationToken cancellationToken) => ReadAsync(
        "where channel_id = @Channel and state in ('Queued', 'Generating', 'Voting') order by id",
        new { Channel = channel.ToColumn() }, cancellationToken);

    public Task<IReadOnlyList<Battle>> GoingOnInServerAsync(ServerId server, CancellationToken cancellationToken) => ReadAsync(
        "where server_id = @Server and state in ('Queued', 'Generating', 'Voting') order by id",
        new { Server = server.ToColumn() }, cancellationToken);

    public Task<IReadOnlyList<Battle>> OverButNotShownAsync(CancellationToken cancellationToken) => ReadAsync(
        "where shown_state is not state and state in ('Settled', 'Void') order by id", new { }, cancellationToken);

    public async Task<ChannelId?> LastChannelAsync(ServerId server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var channel = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            // The unary plus lets the planner begin with the last battle instead of sorting all of the server's.
            "select channel_id from battles where +server_id = @Server order by id desc limit 1",
            new { Server = server.ToColumn() }, cancellationToken: cancellationToken));
        return channel is { } id ? new ChannelId(Columns.Snowflake(id)) : null;
    }

    public async Task<IReadOnlyList<TimeSpan>> RecentDurationsAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var durations = await connection.QueryAsync<long>(new CommandDefinition(
            Durations, new { Count = count }, cancellationToken: cancellationToken));
        return [.. durations.Select(duration => TimeSpan.FromMilliseconds(duration))];
    }

    public async Task<StateCounts> CountAsync(ServerId? server, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var row = await connection.QuerySingleAsync<CountsRow>(new CommandDefinition(
            Counts, new { Server = server?.ToColumn() }, cancellationToken: cancellationToken));
        return new StateCounts((int)row.Queued, (int)row.Generating, (int)row.Voting, row.Settled, row.Void);
    }

    public Task<bool> TrySetMessageAsync(BattleId id, MessageId message, CancellationToken cancellationToken) => ChangeAsync(
        "update battles set message_id = @Message where id = @Id and message_id is null",
        new { Id = id.Value, Message = message.ToColumn() }, cancellationToken);

    public Task<bool> TryBeginGeneratingAsync(BattleId id, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
                // Generating already: storing that it waits again had failed for lack of room.
                connection.Execute(BeginGenerating, new { Id = id.Value, At = at.ToColumn() }, transaction) == 1
                || State(connection, transaction, id) == BattleState.Generating,
            cancellationToken);

    public Task<bool> TryRequeueAsync(BattleId id, bool begunAlready, CancellationToken cancellationToken) =>
        ChangeAsync(Requeue, new { Id = id.Value, Restarts = begunAlready ? 1 : 0 }, cancellationToken);

    public Task RequeueEverythingAsync(Func<IReadOnlySet<BattleId>> except, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        (connection, transaction) => connection.Execute(RequeueAll, new { Except = except().Select(id => id.Value).ToArray() }, transaction),
        cancellationToken);

    public Task<bool> TryOpenVotingAsync(
        BattleId id, DateTimeOffset at, DateTimeOffset closesAt, Answer a, Answer b, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var opening = new { Id = id.Value, At = at.ToColumn(), ClosesAt = closesAt.ToColumn() };
                if (connection.Execute(OpenVoting, opening, transaction) != 1)
                    return false;
                connection.Execute(PutAnswer, AnswerRow.Of(id, Side.A, a), transaction);
                connection.Execute(PutAnswer, AnswerRow.Of(id, Side.B, b), transaction);
                return true;
            },
            cancellationToken);

    public Task<bool> TryEndDuelAsync(BattleId id, DateTimeOffset at, Answer a, Answer b, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var settledAt = SettlementStore.NextInstant(connection, transaction, at).ToColumn();
                if (connection.Execute(EndDuel, new { Id = id.Value, At = settledAt }, transaction) != 1)
                    return false;
                connection.Execute(PutAnswer, AnswerRow.Of(id, Side.A, a), transaction);
                connection.Execute(PutAnswer, AnswerRow.Of(id, Side.B, b), transaction);
                return true;
            },
            cancellationToken);

    public Task<bool> TryVoidAsync(
        BattleId id, VoidReason reason, string? detail, DateTimeOffset at, bool onlyWaiting, MemberId? moderator, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) =>
            {
                var ending = new { Id = id.Value, Reason = reason.ToString(), Detail = detail, At = at.ToColumn() };
                if (connection.ExecuteScalar<long?>(onlyWaiting ? VoidWaiting : Void, ending, transaction) is not { } server)
                    return false;
                if (moderator is { } by)
                {
                    AuditStore.Add(connection, transaction, new AuditEntry(
                        at, new ServerId(Columns.Snowflake(server)), by, "battle.cancelled", id.ToString()));
                }

                return true;
            },
            cancellationToken);

    public async Task<bool> IsShownAsync(BattleId id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"select exists (select 1 from battles where id = @Id and shown_state in (state, '{ShownBefore}'))", new { Id = id.Value },
            cancellationToken: cancellationToken));
    }

    public Task MarkShownAsync(BattleId id, BattleState state, CancellationToken cancellationToken) => ChangeAsync(
        "update battles set shown_state = @State where id = @Id and state = @State",
        new { Id = id.Value, State = state.ToString() }, cancellationToken);

    internal static Battle? Find(IDbConnection connection, IDbTransaction transaction, BattleId id) =>
        connection.QuerySingleOrDefault<BattleRow>(
            $"select {BattleRow.Columns} from battles where id = @Id", new { Id = id.Value }, transaction)?.ToBattle();

    internal static BattleState? State(IDbConnection connection, IDbTransaction transaction, BattleId id) =>
        Columns.ParseOrNull<BattleState>(connection.ExecuteScalar<string?>(
            "select state from battles where id = @Id", new { Id = id.Value }, transaction));

    private Task<bool> ChangeAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(sql, parameters, transaction) > 0, cancellationToken);

    private async Task<IReadOnlyList<Battle>> ReadAsync(string where, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<BattleRow>(new CommandDefinition(
            $"select {BattleRow.Columns} from battles {where}", parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToBattle())];
    }

    private sealed record CountsRow
    {
        // Sums over no rows are null, which stays 0.
        public long Queued { get; init; }
        public long Generating { get; init; }
        public long Voting { get; init; }
        public long Settled { get; init; }
        public long Void { get; init; }
    }
}
