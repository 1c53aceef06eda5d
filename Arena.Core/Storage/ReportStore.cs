using System.Data;
using Arena.Core.Battles;
using Arena.Core.Integrity;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>reports</c>, and what they hide of battles.</summary>
internal sealed class ReportStore(Database database) : IReportStore
{
    private const string Rows = """
        select parts, reason, reported_by, state, decided_at, decided_by, channel_id, message_id from reports where battle_id = @Battle order by id
        """;

    private const string OfMember = "select count(*) from reports where reported_by = @By and reported_at >= @Since and state = 'Open'";

    private const string Insert = """
        insert into reports (battle_id, parts, reason, reported_at, reported_by, state, channel_id, message_id)
        values (@Battle, @Parts, @Reason, @At, @By, 'Open', @Channel, @Message)
        """;

    // A message that shows the end has to show this, too, if not before then after the next start.
    private const string Hide = $"""
        update battles
        set hidden = @Hidden, prompt_hidden = @PromptHidden,
            shown_state = case shown_state when '{nameof(BattleState.Settled)}' then '{BattleStore.ShownBefore}' else shown_state end
        where id = @Battle
        """;

    private const string Judge = """
        update reports set state = @State, decided_at = @At, decided_by = @By where battle_id = @Battle and (@All or state = 'Open')
        """;

    public Task<ReportResult> AddAsync(
        ReportRequest request, int limit, DateTimeOffset since, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync((connection, transaction) => Add(connection, transaction, request, limit, since, at), cancellationToken);

    public Task<JudgeResult> JudgeAsync(
        ServerId server, BattleId battle, bool hide, MemberId by, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync((connection, transaction) => JudgeOne(connection, transaction, server, battle, hide, by, at), cancellationToken);

    public async Task<ReportCase?> FindAsync(BattleId battle, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return Find(connection, transaction, battle);
    }

    public async Task<IReadOnlyList<BattleId>> UntoldAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var battles = await connection.QueryAsync<long>(new CommandDefinition(
            "select distinct battle_id from reports where state = 'Open' and message_id is null order by battle_id", cancellationToken: cancellationToken));
        return [.. battles.Select(battle => new BattleId(battle))];
    }

    public Task ToldAsync(BattleId battle, ChannelId channel, MessageId message, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                "update reports set channel_id = @Channel, message_id = @Message where battle_id = @Battle",
                new { Battle = battle.Value, Channel = channel.ToColumn(), Message = message.ToColumn() }, transaction),
            cancellationToken);

    private static ReportResult Add(
        IDbConnection connection, IDbTransaction transaction, ReportRequest request, int limit, DateTimeOffset since, DateTimeOffset at)
    {
        if (BattleStore.Find(connection, transaction, request.Battle) is not { } battle || battle.Server != request.Server)
            return new ReportResult.Unknown();
        if (battle.State is not (BattleState.Voting or BattleState.Settled) || battle.AreTextsDropped)
            return new ReportResult.NotVotable(battle.State);

        var rows = Read(connection, transaction, battle.Id);
        var judged = Parts(rows.Where(row => row.State != ReportState.Open));
        if ((request.Parts & ~judged) == ReportedParts.None)
            return new ReportResult.AlreadyJudged(rows.Last(row => row.State != ReportState.Open && (row.Parts & request.Parts) != ReportedParts.None).State);
        var fresh = request.Parts & ~judged;
        var open = rows.Where(row => row.State == ReportState.Open).ToList();
        if ((fresh & ~Parts(open.Where(row => row.By == request.By))) == ReportedParts.None)
            return new ReportResult.AlreadyReported();
        if (connection.ExecuteScalar<int>(OfMember, new { By = request.By.ToColumn(), Since = since.ToColumn() }, transaction) >= limit)
            return new ReportResult.TooMany(limit);

        // A notice that is still open stands for this one, too.
        var notice = open.LastOrDefault(row => row.Message is not null);
        connection.Execute(
            Insert,
            new
            {
                Battle = battle.Id.Value, Parts = fresh.ToString(), request.Reason, At = at.ToColumn(), By = request.By.ToColumn(),
                Channel = notice?.Channel?.ToColumn(), Message = notice?.Message?.ToColumn(),
            },
            transaction);
        SetHidden(connection, transaction, battle, HiddenOf(battle) | fresh);
        AuditStore.Add(connection, transaction, new AuditEntry(at, battle.Server, request.By, "report.made", battle.Id.ToString(), Words(fresh)));
        return new ReportResult.Reported(Find(connection, transaction, battle.Id)!);
    }

    private static JudgeResult JudgeOne(
        IDbConnection connection, IDbTransaction transaction, ServerId server, BattleId id, bool hide, MemberId by, DateTimeOffset at)
    {
        if (Find(connection, transaction, id) is not { } reported || reported.Battle.Server != server)
            return new JudgeResult.Unknown();
        var state = hide ? ReportState.Hidden : ReportState.Shown;
        if (reported.State == state)
            return new JudgeResult.Already(reported);

        var rows = Read(connection, transaction, id);
        var isOpen = reported.State == ReportState.Open;
        var parts = isOpen ? Parts(rows.Where(row => row.State == ReportState.Open)) : reported.Parts;
        connection.Execute(
            Judge, new { Battle = id.Value, State = state.ToString(), At = at.ToColumn(), By = by.ToColumn(), All = !isOpen }, transaction);
        var hidden = HiddenOf(reported.Battle);
        SetHidden(connection, transaction, reported.Battle, hide ? hidden | parts : hidden & ~parts);
        AuditStore.Add(
            connection, transaction, new AuditEntry(at, server, by, hide ? "report.hidden" : "report.shown", id.ToString(), Words(parts)));
        return new JudgeResult.Judged(Find(connection, transaction, id)!);
    }

    private static ReportCase? Find(IDbConnection connection, IDbTransaction transaction, BattleId battle)
    {
        var rows = Read(connection, transaction, battle);
        if (rows.Count == 0)
            return null;
        var isOpen = rows.Any(row => row.State == ReportState.Open);
        var last = isOpen ? rows.Last(row => row.State == ReportState.Open) : rows.MaxBy(row => row.DecidedAt)!;
        return new ReportCase(
            BattleStore.Find(connection, transaction, battle)!, Parts(rows), last.State, rows.Select(row => row.By).Distinct().Count(),
            [.. rows.Select(row => row.Reason).OfType<string>()], last.DecidedBy, last.DecidedAt, last.Channel, last.Message);
    }

    private static List<Report> Read(IDbConnection connection, IDbTransaction transaction, BattleId battle) =>
        [.. connection.Query<Row>(Rows, new { Battle = battle.Value }, transaction).Select(row => row.ToReport())];

    private static ReportedParts Parts(IEnumerable<Report> reports) => reports.Aggregate(ReportedParts.None, (all, report) => all | report.Parts);

    private static ReportedParts HiddenOf(Battle battle) =>
        (ReportedParts)(int)battle.Hidden | (battle.IsPromptHidden ? ReportedParts.Prompt : ReportedParts.None);

    private static void SetHidden(IDbConnection connection, IDbTransaction transaction, Battle battle, ReportedParts parts)
    {
        var sides = (Sides)(int)(parts & (ReportedParts.A | ReportedParts.B));
        connection.Execute(
            Hide,
            new
            {
                Battle = battle.Id.Value, Hidden = sides == Sides.None ? null : sides.ToString(), PromptHidden = parts.HasFlag(ReportedParts.Prompt),
            },
            transaction);
    }

    private static string Words(ReportedParts parts) => parts.ToString().Replace("Prompt", "prompt", StringComparison.Ordinal);

    private sealed record Report(
        ReportedParts Parts, string? Reason, MemberId By, ReportState State, DateTimeOffset? DecidedAt, MemberId? DecidedBy, ChannelId? Channel,
        MessageId? Message);

    private sealed record Row
    {
        public string Parts { get; init; } = "";
        public string? Reason { get; init; }
        public long ReportedBy { get; init; }
        public string State { get; init; } = "";
        public long? DecidedAt { get; init; }
        public long? DecidedBy { get; init; }
        public long? ChannelId { get; init; }
        public long? MessageId { get; init; }

        public Report ToReport() => new(
            Columns.Parse<ReportedParts>(Parts), Reason, new MemberId(Columns.Snowflake(ReportedBy)), Columns.Parse<ReportState>(State),
            Columns.Instant(DecidedAt), DecidedBy is { } by ? new MemberId(Columns.Snowflake(by)) : null,
            ChannelId is { } channel ? new ChannelId(Columns.Snowflake(channel)) : null,
            MessageId is { } message ? new MessageId(Columns.Snowflake(message)) : null);
    }
}
