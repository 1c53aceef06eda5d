using System.Data;
using Arena.Core.Battles;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The tables <c>ratings</c> and <c>rating_history</c>: all of it can be computed again from the battles.</summary>
internal static class RatingStore
{
    private const string Select = """
        select system, server_id, category, tag, rating, battles, ballots, wins, losses, ties from ratings
        where system = @System and server_id = @ServerId and category = @Category and tag = @Tag
        """;

    private const string Upsert = """
        insert into ratings (system, server_id, category, tag, rating, battles, ballots, wins, losses, ties)
        values (@System, @ServerId, @Category, @Tag, @Rating, @Battles, @Ballots, @Wins, @Losses, @Ties)
        on conflict (system, server_id, category, tag) do update
        set rating = excluded.rating, battles = excluded.battles, ballots = excluded.ballots,
            wins = excluded.wins, losses = excluded.losses, ties = excluded.ties
        """;

    private const string Remember = """
        insert into rating_history (battle_id, system, server_id, category, tag, rating_before, rating_after, at)
        values (@Battle, @System, @ServerId, @Category, @Tag, @Before, @After, @At)
        """;

    private const string SettledBattles = """
        select b.id, b.server_id, b.category, b.model_a, b.model_b, b.size_a, b.size_b, b.size_max, b.settled_at,
            sum(v.choice = 'A') as a, sum(v.choice = 'B') as b, sum(v.choice = 'Tie') as tie, sum(v.choice = 'BothBad') as both_bad
        from battles b join ballots v on v.battle_id = b.id and v.counted = 1
        where b.state = 'Settled'
        group by b.id
        order by b.settled_at, b.id
        """;

    /// <summary>A model's standing in a scope; null before its first counted battle there.</summary>
    public static RatingRow? Find(
        IDbConnection connection, IDbTransaction? transaction, RatingSystem system, long server, string category, string tag) =>
        connection.QuerySingleOrDefault<RatingRow>(
            Select, new { System = system.ToString(), ServerId = server, Category = category, Tag = tag }, transaction);

    public static void Put(IDbConnection connection, IDbTransaction transaction, RatingRow row) =>
        connection.Execute(Upsert, row, transaction);

    public static void PutHistory(
        IDbConnection connection, IDbTransaction transaction, BattleId battle, RatingRow after, double before, DateTimeOffset at) =>
        connection.Execute(
            Remember,
            new
            {
                Battle = battle.Value, after.System, after.ServerId, after.Category, after.Tag, Before = before, After = after.Rating,
                At = at.ToColumn(),
            },
            transaction);

    public static void Clear(IDbConnection connection, IDbTransaction transaction) =>
        connection.Execute("delete from rating_history; delete from ratings", transaction: transaction);

    /// <summary>Every battle that counts, in the order in which the Elo game is played.</summary>
    public static IReadOnlyList<RatedBattle> RatedBattles(IDbConnection connection, IDbTransaction transaction) =>
        [.. connection.Query<SettledRow>(SettledBattles, transaction: transaction).Select(row => row.ToBattle())];

    private sealed record SettledRow
    {
        public long Id { get; init; }
        public long ServerId { get; init; }
        public string? Category { get; init; }
        public string ModelA { get; init; } = "";
        public string ModelB { get; init; } = "";
        public double? SizeA { get; init; }
        public double? SizeB { get; init; }
        public double? SizeMax { get; init; }
        public long SettledAt { get; init; }
        public long A { get; init; }
        public long B { get; init; }
        public long Tie { get; init; }
        public long BothBad { get; init; }

        public RatedBattle ToBattle() => new(
            ServerId, Category,
            new Comparison(
                Id, Columns.Instant(SettledAt), ModelA, ModelB, new Tally((int)A, (int)B, (int)Tie, (int)BothBad), SizeA, SizeB, SizeMax));
    }
}
