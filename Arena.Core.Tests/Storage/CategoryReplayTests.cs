using Arena.Core.Battles;
using Arena.Core.Battles.Settling;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Storage;

public sealed class CategoryReplayTests
{
    private const int Battles = 120;

    private static readonly string[] Models = ["owl", "fox", "yak", "elk"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("math", "coding")]
    [InlineData("math", "science")]
    [InlineData("math", null)]
    [InlineData(null, "math")]
    [InlineData(null, "science")]
    public async Task After_battles_have_gone_to_another_category_all_ratings_are_those_of_a_full_replay(string? from, string? to)
    {
        await using var arena = await PlayedAsync();
        var store = Store(arena);
        var candidates = await OfCategoryAsync(arena, from);

        foreach (var battle in new[] { candidates[0], candidates[candidates.Count / 2], candidates[^1] })
        {
            var corrected = Assert.IsType<CorrectCategoryResult.Corrected>(await CorrectAsync(arena, store, battle, to));
            Assert.True(corrected.AreRatingsRecomputed);
            await AssertAsReplayedAsync(arena);
        }
    }

    [Fact]
    public async Task The_last_battle_of_a_category_leaves_nothing_behind()
    {
        await using var arena = await PlayedAsync();
        var store = Store(arena);
        foreach (var battle in await OfCategoryAsync(arena, "coding"))
            await CorrectAsync(arena, store, battle, null);

        foreach (var table in new[] { "ratings", "rating_history", "rating_days" })
            Assert.Equal([0], await arena.QueryAsync<long>($"select count(*) from {table} where category = 'coding'"));
        await AssertAsReplayedAsync(arena);
    }

    [Fact]
    public async Task Days_that_had_ended_but_were_not_stored_are_stored_with_it()
    {
        await using var arena = await PlayedAsync();
        await arena.ExecuteAsync("delete from rating_days where category = 'math' and day > (select min(day) from rating_days)");

        await CorrectAsync(arena, Store(arena), (await OfCategoryAsync(arena, "math"))[^1], null);

        Assert.Equal([4], await arena.QueryAsync<long>("select count(distinct day) from rating_days where category = 'math' and server_id = 0"));
    }

    [Theory]
    [InlineData("server_id = 0 and category = ''")]
    [InlineData("server_id = 0 and category = 'coding'")]
    [InlineData("server_id = 2 and category = 'math'")]
    public async Task Scopes_that_the_battle_is_in_neither_before_nor_after_are_left_alone(string scope)
    {
        await using var arena = await PlayedAsync();
        foreach (var (table, column) in new[] { ("ratings", "rating"), ("rating_history", "rating_after"), ("rating_days", "rating") })
            await arena.ExecuteAsync($"update {table} set {column} = -7 where {scope}");
        var battle = (await arena.QueryAsync<long>("select id from battles where category = 'math' and server_id = 1 order by id"))[0];

        await CorrectAsync(arena, Store(arena), battle, "science");

        foreach (var (table, column) in new[] { ("ratings", "rating"), ("rating_history", "rating_after"), ("rating_days", "rating") })
            Assert.Equal([-7.0], await arena.QueryAsync<double>($"select distinct {column} from {table} where {scope}"));
    }

    [Fact]
    public async Task A_board_made_before_is_of_no_use_in_these_scopes_and_of_use_in_the_others()
    {
        await using var arena = await PlayedAsync();
        var boards = arena.NewBoards();
        var (math, coding, everywhere) = (new Scope(null, "math"), new Scope(null, "coding"), Scope.Everywhere);
        var old = await boards.CurrentAsync(math, Token);
        var other = await boards.CurrentAsync(coding, Token);
        var all = await boards.CurrentAsync(everywhere, Token);
        var battle = (await OfCategoryAsync(arena, "math"))[0];

        var corrected = Assert.IsType<CorrectCategoryResult.Corrected>(await CorrectAsync(arena, Store(arena), battle, "science"));
        ((IRatingListener)boards).CategoryChanged(corrected.Battle, corrected.From);

        var store = new BoardStore(arena.Database);
        Assert.False(await store.KeepAsync(old, [], Token));
        Assert.True(await store.KeepAsync(other, [], Token));
        Assert.True(await store.KeepAsync(all, [], Token));
        Assert.Same(other, await boards.CurrentAsync(coding, Token));
        var scratch = await arena.FromScratchAsync(math);
        var fresh = (await boards.CurrentAsync(math, Token)).Fit;
        Assert.Equal(old.Fit.Battles - 1, fresh.Battles);
        Assert.Equal(Models.Select(tag => scratch.Rating(scratch.NumberOf(tag)!.Value)), Models.Select(tag => fresh.Rating(fresh.NumberOf(tag)!.Value)));
    }

    [Fact]
    public async Task The_audit_says_which_ratings_and_why()
    {
        await using var arena = await PlayedAsync();
        var battle = (await OfCategoryAsync(arena, "math"))[0];

        await CorrectAsync(arena, Store(arena), battle, "science");

        Assert.Equal(
            [$"battle.category/{battle}/from math to science", $"ratings.replayed/ratings of math and science/category of battle {battle}"],
            await arena.QueryAsync<string>("select action || '/' || subject || '/' || detail from audit where member_id = 5 order by id"));
    }

    private static CategoryStore Store(RatedArena arena) => new(arena.Database, new CategoryReplay(new EloOptions(), arena.Options));

    private static Task<CorrectCategoryResult> CorrectAsync(RatedArena arena, CategoryStore store, long battle, string? category) =>
        store.CorrectAsync(new BattleId(battle), category, new MemberId(5), arena.Time.GetUtcNow(), Token);

    private static Task<IReadOnlyList<long>> OfCategoryAsync(RatedArena arena, string? category) =>
        arena.QueryAsync<long>($"select id from battles where category is {(category is null ? "null" : $"'{category}'")} order by settled_at");

    private static async Task AssertAsReplayedAsync(RatedArena arena)
    {
        var report = await arena.Recompute().RunAsync(Token);
        Assert.False(report.Differed, report.First);
        Assert.Equal((Battles, 0), (report.Battles, report.BoardsBehind));
    }

    /// <summary>Four days of battles on two servers, with all boards and days stored.</summary>
    private static async Task<RatedArena> PlayedAsync()
    {
        var arena = await RatedArena.OpenAsync(null, null, Models);
        var dice = new Random(9);
        for (var number = 1; number <= Battles; number++)
        {
            var pair = Models.ToArray();
            dice.Shuffle(pair);
            var battle = new Comparison(
                number, arena.Time.GetUtcNow(), pair[0], pair[1], new Tally(1 + dice.Next(3), dice.Next(3), dice.Next(2), dice.Next(2)),
                dice.Next(1, 9), dice.Next(1, 9), 9);
            var category = dice.Next(3) switch { 0 => "math", 1 => "coding", _ => null };
            await arena.SettleAsync([battle], number % 2 == 0 ? 1u : 2u, _ => category);
            if (number % (Battles / 4) == 0)
                arena.Time.Advance(TimeSpan.FromDays(1));
        }

        await arena.Replay(arena.NewBoards()).RunAsync(null, "test", Token);
        return arena;
    }
}
