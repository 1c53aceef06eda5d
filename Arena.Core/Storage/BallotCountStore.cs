using Arena.Core.Leaderboards;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Sums up counted ballots.</summary>
internal sealed class BallotCountStore(Database database) : IBallotCountStore
{
    public async Task<BallotCounts> CountAsync(BallotProperty by, Scope scope, CancellationToken cancellationToken)
    {
        var key = ScopeKey.Of(scope);
        var column = by switch
        {
            BallotProperty.Language => "coalesce(b.language, 'und')",
            BallotProperty.Category => "b.category",
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No such property."),
        };
        var sql = $"""
            select value, sum(ballots) as ballots, count(*) as battles, max(settled_at) as last
            from (
                select {column} as value, b.settled_at,
                    (select count(*) from ballots v where v.battle_id = b.id and v.counted = 1) as ballots
                from battles b
                where {new ComparisonFilter(key).Condition()})
            where ballots > 0
            group by value
            order by 2 desc, value
            """;
        await using var connection = await database.OpenReadAsync(cancellationToken);
        var rows = (await connection.QueryAsync<CountRow>(
            new CommandDefinition(sql, new { key.Server, key.Category }, cancellationToken: cancellationToken))).AsList();
        return new BallotCounts(
            by, scope, [.. rows.Select(row => new BallotCount(row.Value, row.Ballots, row.Battles))],
            rows.Count == 0 ? null : Columns.Instant(rows.Max(row => row.Last)));
    }

    private sealed class CountRow
    {
        public string? Value { get; init; }
        public int Ballots { get; init; }
        public int Battles { get; init; }
        public long Last { get; init; }
    }
}
