using System.Data.Common;
using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>Reads a member's own ballots, by the index of ballots by member; all of one moment.</summary>
internal sealed class MemberStore(Database database) : IMemberStore
{
    // The unary plus keeps the planner from reading every battle of the scope instead of the member's own.
    internal const string OwnBallots = """
        select b.model_a, b.model_b, b.settled_at, v.choice, v.counted,
               coalesce(sum(o.choice = 'A'), 0) as a, coalesce(sum(o.choice = 'B'), 0) as b,
               coalesce(sum(o.choice = 'Tie'), 0) as tie, coalesce(sum(o.choice = 'BothBad'), 0) as both_bad
        from ballots v
        join battles b on b.id = v.battle_id
        left join ballots o on o.battle_id = v.battle_id and o.member_id <> v.member_id and o.counted = 1
        where v.member_id = @Member and +b.settled_at is not null
            and (@Server = 0 or +b.server_id = @Server) and (@Category = '' or b.category = @Category)
        group by v.battle_id
        """;

    internal const string Started = """
        select count(*) from battles
        where starter_id = @Member and settled_at is not null and kind = 'Battle'
            and (@Server = 0 or server_id = @Server) and (@Category = '' or category = @Category)
        """;

    public async Task<StoredMember> ReadAsync(MemberId member, Scope scope, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenReadAsync(cancellationToken);
        await using DbTransaction transaction = connection.BeginTransaction(deferred: true);
        var key = new { Member = member.ToColumn(), Server = scope.Server?.ToColumn() ?? 0, Category = scope.Category ?? "" };
        var ballots = await connection.QueryAsync<OwnRow>(Command(OwnBallots));
        var models = await connection.QueryAsync<ModelRow>(Command(ModelStore.Select));
        var started = await connection.ExecuteScalarAsync<int>(Command(Started));
        return new StoredMember([.. ballots.Select(row => row.ToBallot())], [.. models.Select(row => row.ToModel())], started);

        CommandDefinition Command(string sql) => new(sql, key, transaction, cancellationToken: cancellationToken);
    }

    private sealed class OwnRow
    {
        public string ModelA { get; init; } = "";
        public string ModelB { get; init; } = "";
        public long SettledAt { get; init; }
        public string? Choice { get; init; }
        public bool Counted { get; init; }
        public int A { get; init; }
        public int B { get; init; }
        public int Tie { get; init; }
        public int BothBad { get; init; }

        public MemberBallot ToBallot() => new(
            ModelA, ModelB, Columns.Instant(SettledAt), Counted ? Columns.ParseOrNull<Choice>(Choice) : null, new Tally(A, B, Tie, BothBad));
    }
}
