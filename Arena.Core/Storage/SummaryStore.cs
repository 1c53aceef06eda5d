using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The table <c>summaries</c>, and what they are made of.</summary>
internal sealed class SummaryStore(Database database) : ISummaryStore
{
    private const int Most = 3;
    private const int FewestOfClose = 2;

    private const string Battles = """
        select b.id, b.channel_id, b.message_id, b.model_a, b.model_b, sum(v.choice = 'A') as a, sum(v.choice = 'B') as b,
            sum(v.choice = 'Tie') as tie, sum(v.choice = 'BothBad') as both_bad
        from battles b join ballots v on v.battle_id = b.id and v.counted = 1
        where b.server_id = @Server and b.settled_at >= @From and b.settled_at < @To
        group by b.id order by b.id
        """;

    private const string Voters = """
        select v.member_id, count(*) as ballots
        from battles b join ballots v on v.battle_id = b.id and v.counted = 1
        where b.server_id = @Server and b.settled_at >= @From and b.settled_at < @To
        group by v.member_id order by ballots desc, min(v.cast_at)
        """;

    // In the order of time, so that the first row of a model has where it came from and the last where it went.
    private const string Moves = """
        select h.tag, h.rating_before, h.rating_after
        from battles b join rating_history h
            on h.battle_id = b.id and h.system = 'Elo' and h.server_id = b.server_id and h.category = ''
        where b.server_id = @Server and b.settled_at >= @From and b.settled_at < @To
        order by b.settled_at
        """;

    private const string Begin = """
        insert into summaries (server_id, day, posted_at) values (@Server, @Day, @At)
        on conflict (server_id, day) do update set posted_at = excluded.posted_at where is_done = 0
        """;

    public async Task<DailySummary> ReadAsync(ServerId server, ServerDay day, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var window = new { Server = server.ToColumn(), From = day.From.ToColumn(), To = day.To.ToColumn() };
        var battles = (await connection.QueryAsync<BattleRow>(Command(Battles))).AsList();
        var voters = (await connection.QueryAsync<(long Member, long Ballots)>(Command(Voters)))
            .Select(row => new ActiveVoter(new MemberId(Columns.Snowflake(row.Member)), (int)row.Ballots)).ToList();
        var moves = await connection.QueryAsync<(string Tag, double Before, double After)>(Command(Moves));
        return new DailySummary(
            day.Day, battles.Count, voters.Sum(voter => voter.Ballots), voters.Count,
            [.. moves.GroupBy(move => move.Tag).Select(of => new Mover(of.Key, of.First().Before, of.Last().After))
                .OrderByDescending(mover => Math.Abs(mover.After - mover.Before)).ThenBy(mover => mover.Tag, StringComparer.Ordinal).Take(Most)],
            Closest(battles),
            [.. voters.Where(voter => !voter.Member.IsForgotten).Take(Most)]);

        CommandDefinition Command(string sql) => new(sql, window, cancellationToken: cancellationToken);
    }

    public Task<bool> TryBeginAsync(ServerId server, DateTimeOffset day, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                Begin, new { Server = server.ToColumn(), Day = day.ToColumn(), At = at.ToColumn() }, transaction) == 1,
            cancellationToken);

    public Task FinishAsync(ServerId server, DateTimeOffset day, MessageId? message, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                "update summaries set is_done = 1, message_id = @Message where server_id = @Server and day = @Day",
                new { Server = server.ToColumn(), Day = day.ToColumn(), Message = message?.ToColumn() }, transaction),
            cancellationToken);

    private static CloseBattle? Closest(IReadOnlyList<BattleRow> battles) => battles
        .Select(row => row.ToBattle())
        .Where(battle => battle.Tally.Counted >= FewestOfClose)
        .OrderBy(battle => Math.Abs(battle.Tally.Share!.Value - 0.5))
        .ThenByDescending(battle => battle.Tally.Counted)
        .ThenBy(battle => battle.Battle)
        .FirstOrDefault();

    private sealed record BattleRow
    {
        public long Id { get; init; }
        public long ChannelId { get; init; }
        public long? MessageId { get; init; }
        public string ModelA { get; init; } = "";
        public string ModelB { get; init; } = "";
        public int A { get; init; }
        public int B { get; init; }
        public int Tie { get; init; }
        public int BothBad { get; init; }

        public CloseBattle ToBattle() => new(
            Id, new ChannelId(Columns.Snowflake(ChannelId)), MessageId is { } message ? new MessageId(Columns.Snowflake(message)) : null,
            ModelA, ModelB, new Tally(A, B, Tie, BothBad));
    }
}
