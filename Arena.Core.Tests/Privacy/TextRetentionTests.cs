using Arena.Core.Battles;
using Arena.Core.Privacy;
using Arena.Core.Servers;

namespace Arena.Core.Tests.Privacy;

public sealed class TextRetentionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_go_once_the_server_does_not_keep_them_longer_and_ratings_stay()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Get<ServerSettingsBook>().ChangeAsync(ArenaDriver.Server, ArenaDriver.Alice, settings => settings with { TextRetention = TimeSpan.FromDays(30) }, Token);
        var old = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(old);
        await arena.IsShownAsync(old.Id, BattleState.Settled);
        arena.Time.Advance(TimeSpan.FromDays(30));
        await arena.Get<TextRetention>().DropAsync(Token);
        Assert.NotEqual("", (await arena.FindAsync(old.Id)).Prompt);
        var young = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(young);

        arena.Time.Advance(TimeSpan.FromMilliseconds(2));
        await arena.Get<TextRetention>().DropAsync(Token);

        Assert.Equal("", (await arena.FindAsync(old.Id)).Prompt);
        Assert.NotEqual("", (await arena.FindAsync(young.Id)).Prompt);
        Assert.Single(await arena.BallotsAsync(old));
        Assert.Equal(1, await arena.QueryAsync<int>("select count(*) from audit where action = 'texts.dropped' and subject = '1 battle'"));
    }

    [Fact]
    public async Task A_server_that_says_nothing_keeps_its_texts()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync();
        await arena.RevealWithOneBallotAsync(battle);
        arena.Time.Advance(TimeSpan.FromDays(4_000));

        await arena.Get<TextRetention>().DropAsync(Token);

        Assert.NotEqual("", (await arena.FindAsync(battle.Id)).Prompt);
    }
}
