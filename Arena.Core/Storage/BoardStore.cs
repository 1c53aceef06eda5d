using System.Globalization;
using Arena.Core.Leaderboards;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The official boards, and the battles they are made from.</summary>
internal sealed class BoardStore(Database database) : IBoardStore
{
    // Settlement enters every counted battle of a scope under Elo: where less of them stand under Bradley–Terry, that is behind.
    private const string CountsDiffer = """
        select e.server_id as server, e.category
        from (select server_id, category, sum(battles) as battles from ratings where system = 'Elo' group by server_id, category) e
        left join (select server_id, category, sum(battles) as battles from ratings where system = 'BradleyTerry' group by server_id, category) b
            on b.server_id = e.server_id and b.category = e.category
        where b.battles is not e.battles
        """;

    // Both only ever grow, so their sum is another after each replay of everything or of the scope.
    private const string Epoch = """
        select coalesce(sum(cast(value as integer)), 0) from arena where key in ('replays', 'replays ' || @Server || ' ' || @Category)
        """;

    private const string Mark = $"""
        select ({Epoch}) as epoch,
            (select max(day) from rating_days where system = 'BradleyTerry' and server_id = @Server and category = @Category) as last_day
        """;

    private const string EndDays = $"""
        insert into rating_days (system, server_id, category, tag, day, rating, lower, upper)
        select r.system, r.server_id, r.category, r.tag, r.as_of - r.as_of % 86400000, r.rating, r.lower, r.upper
        from ratings r
        where r.system = 'BradleyTerry' and r.as_of - r.as_of % 86400000 <= @LastDay
            and (r.server_id, r.category) not in ({CountsDiffer})
        on conflict do nothing
        """;

    public Task FillAsync(Scope scope, BoardBuilder builder, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await using var connection = await database.OpenReadAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: true);
            var key = ScopeKey.Of(scope);
            var mark = await connection.QuerySingleAsync<MarkRow>(new CommandDefinition(Mark, key, transaction, cancellationToken: cancellationToken));
            var after = builder.Begin(new BoardMark(mark.Epoch, mark.LastDay));
            ComparisonSource.Each(
                connection, transaction, new ComparisonFilter(key, after.ToColumn()), withStyles: false,
                battle => builder.Add(battle.Comparison), cancellationToken);
        },
        cancellationToken);

    public Task<bool> KeepAsync(BradleyTerryBoard board, IReadOnlyCollection<DayBoard> days, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            scope =>
            {
                if (scope.Connection.ExecuteScalar<long>(Epoch, ScopeKey.Of(board.Scope), scope.Transaction) != board.Epoch)
                    return false;
                BoardRows.Put(scope, board);
                foreach (var day in days)
                    BoardRows.Put(scope, ScopeKey.Of(board.Scope), day);
                return true;
            },
            cancellationToken);

    public async Task<IReadOnlyList<Scope>> BehindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<ScopeRow>(new CommandDefinition(CountsDiffer, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToScope())];
    }

    /// <summary>The same within a transaction.</summary>
    public static IReadOnlyList<Scope> Behind(WriteScope scope) =>
        [.. scope.Connection.Query<ScopeRow>(CountsDiffer, transaction: scope.Transaction).Select(row => row.ToScope())];

    public Task<int> EndDaysAsync(long lastDay, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        (connection, transaction) => connection.Execute(EndDays, new { LastDay = lastDay }, transaction), cancellationToken);

    /// <summary>The last day of a scope whose board is stored; null when there is none.</summary>
    public static long? LastDay(WriteScope scope, ScopeKey key) => scope.Connection.QuerySingle<MarkRow>(Mark, key, scope.Transaction).LastDay;

    /// <summary>All ratings are computed again, or those of one scope: boards that were made before are of no use.</summary>
    public static void NextEpoch(WriteScope scope, ScopeKey? key = null) => scope.Connection.Execute(
        """
        insert into arena (key, value) values (@key, '1')
        on conflict (key) do update set value = cast(cast(value as integer) + 1 as text)
        """,
        new { key = key is var (server, category) ? string.Create(CultureInfo.InvariantCulture, $"replays {server} {category}") : "replays" },
        scope.Transaction);

    private sealed class MarkRow
    {
        public long Epoch { get; init; }
        public long? LastDay { get; init; }
    }

    private sealed class ScopeRow
    {
        public long Server { get; init; }
        public string Category { get; init; } = "";

        public Scope ToScope() => new ScopeKey(Server, Category).ToScope();
    }
}
