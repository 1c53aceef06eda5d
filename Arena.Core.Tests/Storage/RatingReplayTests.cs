using Arena.Core.Battles;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Storage;

public sealed class RatingReplayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dropping_the_ratings_and_playing_all_battles_again_gives_the_same_numbers()
    {
        await using var arena = await PlayedAsync();
        var (ratings, history) = (await RatingsAsync(arena), await HistoryAsync(arena));
        Assert.True(ratings.Count > 20);

        await arena.Get<RatingReplay>().RunAsync(ArenaDriver.Alice, "test", Token);

        AssertSame(ratings, await RatingsAsync(arena));
        AssertSame(history, await HistoryAsync(arena));
        Assert.Equal("ratings.replayed", (await arena.Get<AuditStore>().LatestAsync(null, 1, Token)).Single().Action);
    }

    [Fact]
    public async Task The_pure_game_over_the_stored_battles_gives_the_stored_elo_in_every_scope()
    {
        await using var arena = await PlayedAsync();
        var battles = await arena.Database.Writer.WriteAsync(RatingStore.RatedBattles, Token);
        foreach (var scope in battles.SelectMany(battle => battle.Scopes()).Distinct())
        {
            var replayed = EloReplay.Run(
                battles.Where(battle => battle.Scopes().Contains(scope)).Select(battle => battle.Comparison), new EloOptions());
            foreach (var (tag, elo) in replayed)
            {
                var stored = await arena.QueryAsync<double>(
                    $"select rating from ratings where system = 'Elo' and server_id = {scope.Server} and category = '{scope.Category}' and tag = '{tag}'");
                Assert.Equal(elo, stored, 1e-9);
            }
        }
    }

    [Fact]
    public async Task Score_and_record_follow_from_the_verdicts()
    {
        await using var arena = await PlayedAsync();
        await using var connection = await arena.Database.OpenReadAsync(Token);
        foreach (var row in await connection.QueryAsync<(string Tag, double Rating, long Wins, long Battles, long Losses, long Ties)>(
            "select tag, rating, wins, battles, losses, ties from ratings where system = 'Score' and server_id = 0 and category = ''"))
        {
            Assert.Equal(Score.Of((int)row.Wins, (int)row.Battles), row.Rating);
            Assert.Equal(row.Battles, row.Wins + row.Losses + row.Ties);
            Assert.Equal(row.Wins, await arena.QueryAsync<long>(
                $"select count(*) from battles where (verdict = 'A' and model_a = '{row.Tag}') or (verdict = 'B' and model_b = '{row.Tag}')"));
        }
    }

    [Fact]
    public async Task Other_rules_play_every_battle_again_and_say_so_and_the_same_rules_do_not()
    {
        await using var arena = await PlayedAsync();
        var other = new RatingReplay(
            arena.Database, new EloOptions { K = 4, UseSize = false }, new BradleyTerryOptions(), arena.Get<LiveBoards>(), arena.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<RatingReplay>.Instance);
        await arena.Get<RatingReplay>().EnsureAsync(Token);
        Assert.Equal(0, await arena.QueryAsync<long>("select count(*) from audit where action = 'ratings.replayed'"));

        await other.EnsureAsync(Token);
        await other.EnsureAsync(Token);

        Assert.Equal(1, await arena.QueryAsync<long>("select count(*) from audit where action = 'ratings.replayed'"));
        Assert.InRange(
            await arena.QueryAsync<double>("select max(rating) from ratings where system = 'Elo'"), 1_000, 1_100);
    }

    private static async Task<ArenaDriver> PlayedAsync()
    {
        var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.With("elk:70b", 70).With("bat:unknown", null));
        var dice = new Random(42);
        for (var i = 0; i < 24; i++)
        {
            var battle = await arena.OpenVoteAsync(arena.Request(server: new ServerId(1 + (ulong)(i % 2))) with
            {
                Category = i % 3 == 0 ? "coding" : null,
            });
            for (var voter = dice.Next(5); voter >= 0; voter--)
                await arena.ReactAsync(battle, ArenaDriver.Member(voter), (Choice)dice.Next(4));
            await arena.RevealAsync(battle);
            arena.Time.Advance(TimeSpan.FromSeconds(dice.Next(3)));
        }

        return arena;
    }

    private static Task<List<KeyValuePair<string, double>>> RatingsAsync(ArenaDriver arena) => ReadAsync(arena, """
        select system || '/' || server_id || '/' || category || '/' || tag || '/' || battles || '/' || ballots || '/' || wins || '/'
            || losses || '/' || ties as key, rating as value
        from ratings where system <> 'BradleyTerry' order by 1
        """);

    private static Task<List<KeyValuePair<string, double>>> HistoryAsync(ArenaDriver arena) => ReadAsync(arena, """
        select battle_id || '/' || system || '/' || server_id || '/' || category || '/' || tag || '/' || at as key,
            rating_after - rating_before as value
        from rating_history order by 1
        """);

    private static async Task<List<KeyValuePair<string, double>>> ReadAsync(ArenaDriver arena, string sql)
    {
        await using var connection = await arena.Database.OpenReadAsync(Token);
        return [.. (await connection.QueryAsync<(string Key, double Value)>(sql)).Select(row => KeyValuePair.Create(row.Key, row.Value))];
    }

    private static void AssertSame(List<KeyValuePair<string, double>> expected, List<KeyValuePair<string, double>> actual)
    {
        Assert.Equal(expected.Select(row => row.Key), actual.Select(row => row.Key));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-9));
    }
}
