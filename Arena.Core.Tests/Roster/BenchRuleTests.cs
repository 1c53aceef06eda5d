using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;
using Arena.Core.Roster;
using Arena.Core.Storage;

namespace Arena.Core.Tests.Roster;

public sealed class BenchRuleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelHostFailure.ModelMissing, "no node holds it", false)]
    [InlineData(ModelHostFailure.ModelFailed, "it broke off with an error", true)]
    public async Task A_model_that_fails_three_battles_in_a_row_is_benched_and_only_that_one(ModelHostFailure failure, string why, bool atOnce)
    {
        await using var arena = await ArenaDriver.StartAsync(new BattleOptions { Streaming = RevealOfText.Complete, Seed = 1, SidesAtOnce = atOnce });
        arena.Host.Fails("fox:1b", failure);

        await FailAsync(arena, 2);
        Assert.True((await arena.Roster.FindAsync("fox:1b", Token))!.CanPlay);
        await FailAsync(arena, 1);

        var benched = (await arena.Roster.FindAsync("fox:1b", Token))!;
        Assert.Equal((ModelCondition.Benched, why), (benched.Condition, benched.BenchDetail));
        Assert.True((await arena.Roster.FindAsync("owl:7b", Token))!.CanPlay);
        Assert.Equal(new StartResult.TooFewModels(1), await arena.Desk.StartAsync(arena.Request(), Token));
        var audit = (await arena.Get<AuditStore>().LatestAsync(null, 1, Token)).Single();
        Assert.Equal(("model.benched", "fox:1b"), (audit.Action, audit.Subject));
    }

    [Fact]
    public async Task An_answer_in_between_starts_the_count_again_and_the_count_survives_a_restart()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Fails("fox:1b", ModelHostFailure.ModelMissing, times: 2);
        await FailAsync(arena, 2);
        await arena.OpenVoteAsync();

        arena.Host.Fails("fox:1b", ModelHostFailure.ModelMissing);
        await FailAsync(arena, 2);
        Assert.True((await arena.Roster.FindAsync("fox:1b", Token))!.CanPlay);
        await arena.DieAndRestartAsync();
        await FailAsync(arena, 1);

        Assert.False((await arena.Roster.FindAsync("fox:1b", Token))!.CanPlay);
    }

    [Fact]
    public async Task Battles_that_were_drawn_before_are_played_and_bench_it_no_second_time()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Fails("fox:1b", ModelHostFailure.ModelMissing);
        var heard = new List<ModelBenched>();
        arena.OnBenched = heard.Add;
        var gate = arena.Host.Holds("owl:7b");
        var battles = new List<Battle>();
        for (var i = 0; i < 3; i++)
            battles.Add(await arena.StartBattleAsync());
        gate.SetResult();
        foreach (var battle in battles)
            await arena.IsShownAsync(battle.Id, BattleState.Void);

        Assert.Equal(("fox:1b", 1), (heard.Single().Model.Tag, heard.Single().Playing));
        Assert.Single((await arena.Get<AuditStore>().LatestAsync(null, 20, Token)), entry => entry.Action == "model.benched");

        await arena.Keeping.RestoreAsync("fox:1b", ArenaDriver.Alice, Token);
        await FailAsync(arena, 2);
        Assert.True((await arena.Roster.FindAsync("fox:1b", Token))!.CanPlay);
        await FailAsync(arena, 1);
        Assert.Equal(2, heard.Count);
    }

    [Fact]
    public async Task That_the_models_are_away_or_a_battle_is_cancelled_is_no_failure_of_a_model()
    {
        await using var arena = await ArenaDriver.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            arena.Host.Holds("fox:1b");
            arena.Host.Holds("owl:7b");
            var battle = await arena.StartBattleAsync();
            await arena.IsStoredAsync(battle.Id, BattleState.Generating);
            await arena.Desk.CancelAsync(battle.Id, battle.Starter, isModerator: false, Token);
            await arena.IsShownAsync(battle.Id, BattleState.Void);
        }

        Assert.Equal(0, await arena.QueryAsync<int>("select sum(failures) from models"));
    }

    private static async Task FailAsync(ArenaDriver arena, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var battle = await arena.StartBattleAsync();
            await arena.IsShownAsync(battle.Id, BattleState.Void);
        }
    }
}
