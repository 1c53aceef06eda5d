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

    /// <summary>Every battle that counts, in the order in which the Elo game is played.</summary>
    public static IReadOnlyList<RatedBattle> RatedBattles(IDbConnection connection, IDbTransaction transaction) =>
        RatedBattles(connection, transaction, ComparisonFilter.All);

    /// <summary>The same of those that fit.</summary>
    public static IReadOnlyList<RatedBattle> RatedBattles(IDbConnection connection, IDbTransaction transaction, ComparisonFilter filter)
    {
        var battles = new List<RatedBattle>();
        ComparisonSource.Each(connection, transaction, filter, withStyles: false, battles.Add, CancellationToken.None);
        return battles;
    }
}
