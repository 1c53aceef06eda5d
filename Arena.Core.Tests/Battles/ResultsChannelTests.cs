using Arena.Core.Battles;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Battles;

public sealed class ResultsChannelTests
{
    private static readonly ChannelId Results = new(88);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_is_posted_once_in_the_channel_that_the_server_chose()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await ChooseAsync(arena, Results);
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);
        await arena.IsShownAsync(battle.Id, BattleState.Settled);
        await Eventually.TrueAsync(() => arena.Screen.Results.Count == 1, "the result is posted");
        await Eventually.TrueAsync(
            async () => await arena.QueryAsync<long>("select count(*) from battles where shown_state = 'Settled'") == 1, "that it is shown is stored");

        await arena.Get<CategoryDesk>().CorrectAsync(battle.Id, "coding", ArenaDriver.Alice, Token);
        await Eventually.TrueAsync(() => arena.Screen.Find(battle.Id)!.Latest.Battle.Category == "coding", "the message is shown again");
        await arena.DieAndRestartAsync();

        Assert.Equal((battle.Id, Results), (arena.Screen.Results.Single().View.Battle.Id, arena.Screen.Results.Single().Channel));
        Assert.NotNull(arena.Screen.Results.Single().View.Settlement);
    }

    [Fact]
    public async Task A_server_that_chose_none_has_none()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);
        await Eventually.TrueAsync(
            async () => await arena.QueryAsync<long>("select count(*) from battles where shown_state = 'Settled'") == 1, "that it is shown is stored");

        Assert.Empty(arena.Screen.Results);
    }

    private static Task ChooseAsync(ArenaDriver arena, ChannelId channel) => arena.Get<ServerSettingsBook>().ChangeAsync(
        ArenaDriver.Server, ArenaDriver.Alice, settings => settings with { ResultsChannel = channel }, Token);
}
