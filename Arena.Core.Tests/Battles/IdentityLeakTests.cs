using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Dapper;

namespace Arena.Core.Tests.Battles;

/// <summary>A battle in which an answer says which model it is of.</summary>
public sealed class IdentityLeakTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_ballots_are_kept_and_not_counted_and_no_rating_moves()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.Says("owl:7b", "The sky is blue. I am Owl."));
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.ReactAsync(battle, ArenaDriver.Member(2), Choice.Tie);
        Assert.Equal(2, (await arena.BallotsAsync(battle)).Count);
        Assert.Null(await arena.QueryAsync<string>("select leak from battles"));

        await arena.RevealAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);

        var settled = await arena.FindAsync(battle.Id);
        Assert.Equal(new IdentityLeak(settled.ModelA == "owl:7b" ? Sides.A : Sides.B, "I am Owl"), settled.Leak);
        Assert.Equal(2, await arena.QueryAsync<long>("select count(*) from ballots where counted = 0 and reason = 'IdentityLeak' and choice is not null"));
        Assert.Equal(0, await arena.QueryAsync<long>("select (select count(*) from ratings) + (select count(*) from rating_history)"));
        Assert.Null(await arena.QueryAsync<string>("select verdict from battles"));
        var shown = arena.Screen.Find(battle.Id)!.Latest.Settlement!;
        Assert.Equal((default, new Tally(1, 0, 1, 0)), (shown.Tally, shown.Leaked));
        Assert.False((await arena.Get<RatingRecompute>().RunAsync(Token)).Differed);
    }

    [Fact]
    public async Task A_name_that_stands_in_the_prompt_is_no_leak()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.Says("owl:7b", "I am Owl."));
        var battle = await arena.OpenVoteAsync(arena.Request("You are an owl. Who are you?"));
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);

        await arena.RevealAsync(battle);

        Assert.Null((await arena.FindAsync(battle.Id)).Leak);
        Assert.Single(await arena.BallotsAsync(battle));
    }

    [Fact]
    public async Task Leaks_are_looked_for_again_when_a_models_names_change_and_ratings_follow_both_ways()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.Says("owl:7b", "I am Uhu."));
        var recount = arena.Get<LeakRecount>();
        Assert.Equal(0, await recount.EnsureAsync(Token));
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.RevealAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        var before = await RatingsAsync(arena);
        Assert.NotEmpty(before);

        await RenameAsync(arena, "Uhu");
        Assert.Equal(1, await recount.EnsureAsync(Token));
        Assert.Equal(0, await recount.EnsureAsync(Token));

        Assert.Equal("I am Uhu", (await arena.FindAsync(battle.Id)).Leak?.Words);
        Assert.Empty(await arena.BallotsAsync(battle));
        Assert.Empty(await RatingsAsync(arena));
        Assert.Equal(1, await arena.QueryAsync<long>("select count(*) from audit where action = 'leaks.recounted'"));
        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)!.Latest.Battle.Leak is not null, "the message says so");

        await RenameAsync(arena, "owl:7b");
        Assert.Equal(1, await recount.EnsureAsync(Token));

        Assert.Null((await arena.FindAsync(battle.Id)).Leak);
        Assert.Equal(before, await RatingsAsync(arena));
        Assert.False((await arena.Get<RatingRecompute>().RunAsync(Token)).Differed);
    }

    [Fact]
    public async Task A_battle_whose_texts_were_dropped_keeps_what_was_found()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.Says("owl:7b", "I am Owl."));
        var battle = await arena.OpenVoteAsync();
        await arena.ReactAsync(battle, ArenaDriver.Member(1), Choice.A);
        await arena.RevealAsync(battle);
        await WriteAsync(arena, "update answers set text = ''; update battles set prompt = '', texts_dropped_at = 1");

        Assert.Equal(0, await arena.Get<LeakRecount>().EnsureAsync(Token));

        Assert.NotNull((await arena.FindAsync(battle.Id)).Leak);
    }

    [Fact]
    public async Task From_the_fourth_battle_of_a_prompt_on_each_weighs_less_and_prompts_of_the_library_always_weigh_in_full()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await PlayAsync(arena, arena.Request("Why?"), voted: false);
        foreach (var prompt in new[] { "Why is it so?", "why is  it SO?", "Ｗhy is it so?", " Why is it so?\n", "WHY IS IT SO?" })
            await PlayAsync(arena, arena.Request(prompt));
        await PlayAsync(arena, arena.Request("Why is it so?"), voted: false);
        await PlayAsync(arena, arena.Request("Why is it so?") with { Source = PromptSource.Library });
        await PlayAsync(arena, arena.Request("Why is it so?"));
        await PlayAsync(arena, arena.Request("Why is it so?", server: new ServerId(101)));
        await PlayAsync(arena, arena.Request("Why is it not so?"));

        await using var connection = await arena.Database.OpenReadAsync(Token);
        Assert.Equal(
            [1, 1, 1, 1, 0.75, 0.6, 1, 1, 0.5, 1, 1],
            await connection.QueryAsync<double>("select damping from battles order by id"));
        Assert.False((await arena.Get<RatingRecompute>().RunAsync(Token)).Differed);
        var elo = EloReplay.Run(
            (await arena.Database.Writer.WriteAsync(RatingStore.RatedBattles, Token)).Select(battle => battle.Comparison with { Damping = 1 }), new EloOptions());
        var stored = await connection.QuerySingleAsync<double>("select rating from ratings where system = 'Elo' and server_id = 0 and category = '' and tag = 'owl:7b'");
        Assert.NotEqual(elo["owl:7b"], stored, 0.01);
        Assert.Equal(9, await connection.QuerySingleAsync<long>("select battles from ratings where system = 'Elo' and server_id = 0 and category = '' and tag = 'owl:7b'"));
    }

    private static async Task PlayAsync(ArenaDriver arena, BattleRequest request, bool voted = true)
    {
        var battle = await arena.OpenVoteAsync(request);
        if (voted)
            await arena.ReactAsync(battle, ArenaDriver.Member(1), battle.ModelA == "owl:7b" ? Choice.A : Choice.B);
        else
            await WriteAsync(arena, "update battles set minimum_ballots = 0 where state = 'Voting'");
        Assert.IsType<RevealResult.Revealed>(await arena.RevealAsync(battle));
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
    }

    private static Task RenameAsync(ArenaDriver arena, string name) =>
        WriteAsync(arena, $"update models set display_name = '{name}' where tag = 'owl:7b'");

    private static Task WriteAsync(ArenaDriver arena, string sql) =>
        arena.Database.Writer.WriteAsync((connection, transaction) => connection.Execute(sql, transaction: transaction), Token);

    private static async Task<IReadOnlyList<(string, string, double)>> RatingsAsync(ArenaDriver arena)
    {
        await using var connection = await arena.Database.OpenReadAsync(Token);
        return [.. await connection.QueryAsync<(string, string, double)>(
            "select system, tag, rating from ratings where system <> 'BradleyTerry' and server_id = 0 and category = '' order by 1, 2")];
    }
}
