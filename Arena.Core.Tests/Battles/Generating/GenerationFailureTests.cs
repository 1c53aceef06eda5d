using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Inference;

namespace Arena.Core.Tests.Battles.Generating;

public sealed class GenerationFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelHostFailure.ModelFailed)]
    [InlineData(ModelHostFailure.StreamCut)]
    [InlineData(ModelHostFailure.ConnectionLost)]
    [InlineData(ModelHostFailure.ServerError)]
    public async Task A_model_that_fails_once_is_asked_once_more(ModelHostFailure failure)
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Fails("fox:1b", failure, times: 1, before: "half an ans");
        var battle = await arena.OpenVoteAsync();

        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Contains("an answer after all", new[] { shown.A.Text, shown.B.Text });
        Assert.DoesNotContain("half", shown.A.Text + shown.B.Text);
    }

    [Theory]
    [InlineData(ModelHostFailure.ModelFailed, VoidReason.ModelFailed, 2)]
    [InlineData(ModelHostFailure.ServerError, VoidReason.ModelNotLoaded, 2)]
    [InlineData(ModelHostFailure.ModelMissing, VoidReason.ModelNotLoaded, 1)]
    [InlineData(ModelHostFailure.Silent, VoidReason.ModelSilent, 1)]
    [InlineData(ModelHostFailure.TookTooLong, VoidReason.ModelTooSlow, 1)]
    public async Task A_model_that_fails_for_good_makes_the_battle_void_without_being_named(
        ModelHostFailure failure, VoidReason reason, int asked)
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Fails("fox:1b", failure);
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Void);

        var shown = arena.Screen.Find(battle.Id)!.Latest;
        Assert.Equal(reason, shown.Battle.VoidReason);
        Assert.True(reason.MayTryAgain());
        Assert.Null(shown.A.Model ?? shown.B.Model);
        Assert.Equal(asked, arena.Host.Asked.Count(tag => tag == "fox:1b"));
        Assert.Contains(failure.ToString(), await arena.QueryAsync<string>("select void_detail from battles"));
    }

    [Fact]
    public async Task An_empty_answer_is_no_answer()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Says("fox:1b", " ", "\n");
        var battle = await arena.StartBattleAsync();
        await arena.IsShownAsync(battle.Id, BattleState.Void);

        Assert.Equal(VoidReason.EmptyAnswer, (await arena.FindAsync(battle.Id)).VoidReason);
    }

    [Fact]
    public async Task While_the_models_are_away_battles_wait_and_say_until_when()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        var battle = await arena.StartBattleAsync();
        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)?.Latest.DroppedAt is not null, "the wait is bounded");
        Assert.Equal(battle.CreatedAt + TimeSpan.FromMinutes(15), arena.Screen.Find(battle.Id)!.Latest.DroppedAt);
        Assert.False(Assert.IsType<StartResult.Started>(await arena.Desk.StartAsync(arena.Request(), Token)).ModelsReachable);

        arena.Host.IsDown = false;
        await PumpUntilAsync(arena, battle, BattleState.Voting);
    }

    [Fact]
    public async Task When_the_models_stay_away_a_waiting_battle_is_void_at_its_bound()
    {
        await using var arena = await ArenaDriver.StartAsync(prepare: arena => arena.Host.IsDown = true);
        var battle = await arena.StartBattleAsync();
        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)?.Latest.DroppedAt is not null, "the wait is bounded");
        await PumpUntilAsync(arena, battle, BattleState.Void, step: TimeSpan.FromMinutes(1));

        var ended = await arena.FindAsync(battle.Id);
        Assert.Equal(VoidReason.ModelsUnreachable, ended.VoidReason);
        Assert.True(ended.VoidedAt >= battle.CreatedAt + TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Models_that_go_away_in_the_middle_let_the_battle_wait_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        arena.Host.Script("fox:1b", (_, _) =>
        {
            arena.Host.IsDown = true;
            return Cut();
        });
        var battle = await arena.StartBattleAsync();
        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)?.Latest.DroppedAt is not null, "it waits again");
        Assert.Equal(BattleState.Queued, (await arena.FindAsync(battle.Id)).State);

        arena.Host.Says("fox:1b", "back again");
        arena.Host.IsDown = false;
        await PumpUntilAsync(arena, battle, BattleState.Voting);

        static async IAsyncEnumerable<ChatChunk> Cut()
        {
            await Task.Yield();
            yield return new ChatChunk("half an", "", null);
            throw new ModelHostException(ModelHostFailure.ConnectionLost, "scripted: cut");
        }
    }

    [Fact]
    public async Task Both_sides_at_once_stop_as_soon_as_one_has_failed()
    {
        await using var arena = await ArenaDriver.StartAsync(
            new BattleOptions { SidesAtOnce = true, Streaming = RevealOfText.Complete, Seed = 1 });
        arena.Host.Holds("fox:1b");
        arena.Host.Fails("owl:7b", ModelHostFailure.ModelMissing);
        var battle = await arena.StartBattleAsync();

        await arena.IsShownAsync(battle.Id, BattleState.Void);
    }

    [Fact]
    public async Task Both_sides_at_once_open_the_vote_when_both_are_whole()
    {
        await using var arena = await ArenaDriver.StartAsync(
            new BattleOptions { SidesAtOnce = true, Streaming = RevealOfText.Complete, Seed = 1 });
        var (fox, owl) = (arena.Host.Holds("fox:1b", "from fox"), arena.Host.Holds("owl:7b", "from owl"));
        var battle = await arena.StartBattleAsync();
        await Eventually.TrueAsync(() => arena.Host.Asked.Count == 2, "both are asked");
        fox.SetResult();
        owl.SetResult();
        await arena.VoteIsOpenAsync(battle.Id);

        Assert.Equal(2, await arena.QueryAsync<long>("select count(*) from answers"));
    }

    private static Task PumpUntilAsync(ArenaDriver arena, Battle battle, BattleState state, TimeSpan? step = null) => Eventually.TrueAsync(
        () =>
        {
            arena.Time.Advance(step ?? TimeSpan.FromSeconds(1));
            return arena.Screen.Find(battle.Id)!.Latest.Battle.State == state;
        },
        $"the battle is {state}");
}
