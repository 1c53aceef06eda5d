using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Storage;

public sealed class RatingRecomputeTests
{
    private static readonly string[] Models = ["owl", "fox", "yak", "elk"];

    private const string LastDayMissing = """
        select r.tag from ratings r
        where r.system = 'BradleyTerry' and not exists (select 1 from rating_days d where d.server_id = r.server_id
            and d.category = r.category and d.tag = r.tag and d.day = r.as_of - r.as_of % 86400000)
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_many_battles_and_days_nothing_differs()
    {
        await using var arena = await PlayedAsync();

        var report = await arena.Recompute().RunAsync(Token);

        Assert.False(report.Differed, report.First);
        Assert.Equal((120, 0), (report.Battles, report.BoardsBehind));
        Assert.Equal(["ratings", "rating_history", "rating_days"], report.Tables.Select(table => table.Name));
        Assert.All(report.Tables, table => Assert.True(table is { Rows: > 40, Differing: 0, LargestDifference: < 1e-9 }, table.ToString()));
        Assert.Empty(await arena.QueryAsync<string>("select action from audit"));
    }

    [Fact]
    public async Task Where_nothing_differs_nothing_is_written()
    {
        await using var arena = await PlayedAsync();
        foreach (var table in new[] { "ratings", "rating_history", "rating_days" })
        foreach (var change in new[] { "insert", "update", "delete" })
            await arena.ExecuteAsync($"create trigger no_{change}_{table} before {change} on {table} begin select raise(abort, 'written'); end");

        Assert.False((await arena.Recompute().RunAsync(Token)).Differed);

        await arena.ExecuteAsync("drop trigger no_update_ratings; update ratings set wins = wins + 1 where system = 'Elo'");
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => arena.Recompute().RunAsync(Token));
    }

    [Fact]
    public async Task Writing_all_ratings_again_keeps_the_indexes()
    {
        const string indexes = "select sql from sqlite_master where type = 'index' and sql is not null order by sql";
        await using var arena = await PlayedAsync();
        var before = await arena.QueryAsync<string>(indexes);

        await arena.ExecuteAsync("delete from rating_history");
        Assert.True((await arena.Recompute().RunAsync(Token)).Differed);

        Assert.Contains(before, sql => sql.Contains("on rating_history", StringComparison.Ordinal));
        Assert.Equal(before, await arena.QueryAsync<string>(indexes));
        Assert.Equal(["ok"], await arena.QueryAsync<string>("pragma integrity_check"));
    }

    [Theory]
    [InlineData("update ratings set rating = rating + 0.001 where system = 'Elo' and tag = 'owl' and server_id = 0 and category = ''", "ratings", "rating")]
    [InlineData("update ratings set upper = upper - 1 where system = 'BradleyTerry' and tag = 'yak' and server_id = 2 and category = ''", "ratings", "upper")]
    [InlineData("update ratings set wins = wins + 1 where system = 'Score' and tag = 'fox' and server_id = 0 and category = ''", "ratings", "wins")]
    [InlineData("update rating_history set rating_after = 0 where system = 'Elo' and tag = 'owl' and server_id = 0 and category = '' and battle_id = (select min(battle_id) from rating_history where tag = 'owl')", "rating_history", "rating_after")]
    [InlineData("update rating_days set lower = 3 where tag = 'elk' and server_id = 0 and category = '' and day = (select min(day) from rating_days)", "rating_days", "lower")]
    [InlineData("delete from rating_days where tag = 'elk' and server_id = 0 and category = '' and day = (select min(day) from rating_days)", "rating_days", "missing")]
    [InlineData("insert into rating_days values ('BradleyTerry', 0, '', 'elk', 86400000, 1, 1, 1)", "rating_days", "follows from no battle")]
    [InlineData("delete from ratings where system = 'BradleyTerry' and tag = 'owl' and server_id = 1 and category = 'math'", "ratings", "missing")]
    public async Task A_row_that_was_tampered_with_is_found_named_and_repaired(string tampering, string table, string word)
    {
        await using var arena = await PlayedAsync();
        var before = await AllAsync(arena);
        await arena.ExecuteAsync(tampering);

        var report = await arena.Recompute().RunAsync(Token);

        Assert.True(report.Differed);
        Assert.Equal([table], report.Tables.Where(t => t.Differing == 1).Select(t => t.Name));
        Assert.Equal(1, report.Tables.Sum(t => t.Differing));
        Assert.Contains(table, report.First);
        Assert.Contains(word, report.First);
        Assert.Equal(before, await AllAsync(arena));
        Assert.Equal(["ratings.recomputed"], await arena.QueryAsync<string>("select action from audit"));
        Assert.False((await arena.Recompute().RunAsync(Token)).Differed);
    }

    [Fact]
    public async Task Boards_that_lack_the_last_battles_are_brought_up_to_date_and_that_is_no_difference()
    {
        await using var arena = await PlayedAsync();
        await arena.SettleAsync(
            [
                new Comparison(9001, arena.Time.GetUtcNow(), "owl", "fox", new Tally(0, 5, 0, 0), null, null, 1),
                new Comparison(9002, arena.Time.GetUtcNow().AddDays(1), "yak", "fox", new Tally(0, 5, 0, 0), null, null, 1),
            ],
            server: 1);
        arena.Time.Advance(TimeSpan.FromDays(3));

        var report = await arena.Recompute().RunAsync(Token);

        Assert.False(report.Differed, report.First);
        Assert.Equal(2, report.BoardsBehind);
        Assert.Empty(await new BoardStore(arena.Database).BehindAsync(Token));
        var scratch = await arena.FromScratchAsync(Scope.Everywhere);
        Assert.Equal(
            scratch.Rating(scratch.NumberOf("fox")!.Value),
            Assert.Single(await arena.QueryAsync<double>("select rating from ratings where system = 'BradleyTerry' and server_id = 0 and category = '' and tag = 'fox'")), 1e-9);
        Assert.False((await arena.Recompute().RunAsync(Token)).Differed);
    }

    [Fact]
    public async Task Other_rules_are_said_and_compared_with_nothing()
    {
        await using var arena = await PlayedAsync();
        await arena.Recompute().RunAsync(Token);
        var other = arena.Options with { Rho = 1 };
        var boards = arena.NewBoards();
        var replay = new RatingReplay(
            arena.Database, new EloOptions(), other, boards, arena.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<RatingReplay>.Instance);

        var report = await new RatingRecompute(arena.Database, replay, new EloOptions(), other, arena.Time).RunAsync(Token);

        Assert.False(report.Differed);
        Assert.Equal("rules changed: rho from 0.3 to 1", report.RulesChanged);
        var fit = BradleyTerry.Fit(
            ComparisonTable.Of(await new ComparisonStore(arena.Database).ReadAsync(Scope.Everywhere, null, withStyles: false, Token)), other, Token);
        Assert.Equal(
            fit.Upper(fit.NumberOf("owl")!.Value),
            Assert.Single(await arena.QueryAsync<double>("select upper from ratings where system = 'BradleyTerry' and server_id = 0 and category = '' and tag = 'owl'")), 1e-9);
    }

    [Fact]
    public async Task Other_rules_of_the_official_board_compute_everything_again_at_the_start()
    {
        await using var arena = await PlayedAsync();
        await arena.Replay(arena.NewBoards()).EnsureAsync(Token);
        var before = await AllAsync(arena);
        await arena.Replay(arena.NewBoards()).EnsureAsync(Token);
        Assert.Equal(before, await AllAsync(arena));

        await new RatingReplay(
            arena.Database, new EloOptions(), arena.Options with { Prior = 7 }, arena.NewBoards(), arena.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<RatingReplay>.Instance).EnsureAsync(Token);

        var after = await AllAsync(arena);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(before.Where(row => !row.StartsWith("BradleyTerry", StringComparison.Ordinal)), after.Where(row => !row.StartsWith("BradleyTerry", StringComparison.Ordinal)));
        Assert.NotEqual(before, after);
        Assert.Equal(["ratings.replayed"], await arena.QueryAsync<string>("select action from audit"));
    }

    [Fact]
    public async Task An_empty_arena_has_nothing_to_compute()
    {
        await using var arena = await RatedArena.OpenAsync();
        var report = await arena.Recompute().RunAsync(Token);
        Assert.False(report.Differed);
        Assert.Equal(0, report.Battles);
        Assert.All(report.Tables, table => Assert.Equal(0, table.Rows));
    }

    /// <summary>Four days of battles on two servers, with boards that followed them as they settled.</summary>
    private static async Task<RatedArena> PlayedAsync()
    {
        var arena = await RatedArena.OpenAsync(null, null, Models);
        await using var running = new RunningBoards(arena);
        var dice = new Random(8);
        var number = 0;
        for (var day = 0; day < 4; day++)
        {
            var battles = Enumerable.Range(0, 15).SelectMany(_ => new[] { Any(), Any() }).ToList();
            await arena.SettleAsync(battles.Where(b => b.Battle % 2 == 0), 1, b => b.Battle % 4 == 0 ? "math" : null);
            await arena.SettleAsync(battles.Where(b => b.Battle % 2 == 1), 2, b => b.Battle % 3 == 0 ? "math" : null);
            foreach (var server in new ulong[] { 1, 2 })
                RatedArena.Tell(running.Boards, server, "math");
            var settled = (day + 1) * 30;
            await Eventually.TrueAsync(
                () =>
                {
                    arena.Time.Advance(LiveBoards.Oldest);
                    return running.Boards.Current?.Battles == settled;
                },
                $"{settled} battles are in the board");
            arena.Time.Advance(TimeSpan.FromDays(1));
        }

        await Eventually.TrueAsync(
            async () =>
            {
                arena.Time.Advance(LiveBoards.Oldest);
                return (await new BoardStore(arena.Database).BehindAsync(Token)).Count == 0
                    && (await arena.QueryAsync<long>("select distinct day from rating_days")).Count == 4
                    && (await arena.QueryAsync<string>(LastDayMissing)).Count == 0;
            },
            "every board and day is stored");
        return arena;

        Comparison Any()
        {
            var pair = Models.ToArray();
            dice.Shuffle(pair);
            return new Comparison(
                ++number, arena.Time.GetUtcNow(), pair[0], pair[1], new Tally(1 + dice.Next(3), dice.Next(3), dice.Next(2), dice.Next(2)),
                dice.Next(1, 9), dice.Next(1, 9), 9);
        }
    }

    private static Task<IReadOnlyList<string>> AllAsync(RatedArena arena) => arena.QueryAsync<string>("""
        select system || '/' || server_id || '/' || category || '/' || tag || '/' || printf('%.6f', rating) || '/' || battles || '/' || ballots || '/'
            || wins || '/' || losses || '/' || ties || '/' || coalesce(printf('%.6f/%.6f/', lower, upper) || as_of, '') as row
        from ratings
        union all
        select system || '/' || battle_id || '/' || server_id || '/' || category || '/' || tag || '/' || at || printf('/%.6f/%.6f', rating_before, rating_after) from rating_history
        union all
        select system || '/' || server_id || '/' || category || '/' || tag || '/' || day || printf('/%.6f/%.6f/%.6f', rating, lower, upper) from rating_days
        order by 1
        """);
}
