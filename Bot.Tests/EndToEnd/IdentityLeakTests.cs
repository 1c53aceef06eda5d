namespace Bot.Tests.EndToEnd;

/// <summary>An answer says which model it is of, as members see it and as the database holds it.</summary>
public sealed class IdentityLeakTests
{
    [Fact]
    public async Task The_reveal_says_why_the_votes_are_not_counted_and_no_rating_moves()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync("names", times: 2);
        var battle = await arena.BattleAsync();
        await arena.Alice.ReactAsync(battle, "🇦");
        await arena.Bob.ReactAsync(battle, "🇧");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 2));
        Assert.Equal(0, arena.Query<long>("select count(leak) from battles").Single());

        await arena.Alice.PressAsync(battle, "Reveal");

        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains("These ballots are not counted: A and B said their own names", settled.Everything, StringComparison.Ordinal);
        Assert.Contains("The vote was 1 : 1", settled.Everything, StringComparison.Ordinal);
        Assert.Equal(2, arena.Query<long>("select count(*) from ballots where counted = 0 and reason = 'IdentityLeak'").Single());
        Assert.Equal(0, arena.Query<long>("select count(*) from ratings").Single());
    }
}
