namespace Bot.Tests.EndToEnd;

/// <summary>Reactions and buttons that come too late, twice, or have no business here.</summary>
public sealed class StaleAndForeignTests
{
    [Fact]
    public async Task Foreign_reactions_are_no_ballots_and_the_same_one_twice_is_one()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🍕");
        await arena.Bob.ReactAsync(battle, "🇦");
        await arena.Bob.ReactAsync(battle, "🇦");
        await arena.Carol.ReactAsync(battle, "🇧");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots").Single() == 2));
        Assert.Equal(2, arena.Query<long>("select count(*) from ballot_events").Single());
    }

    [Fact]
    public async Task A_deleted_message_voids_the_battle_and_counts_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots").Single() == 1));

        await arena.Alice.DeleteAsync($"channels/{battle.Channel}/messages/{battle.Id}");

        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select state from battles").Single() == "Void"));
        Assert.Equal(0, arena.Query<long>("select count(*) from rating_history").Single());
    }

    [Fact]
    public async Task Cleared_reactions_are_withdrawn_ballots_and_the_choices_are_offered_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await arena.Carol.ReactAsync(battle, "🇧");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 2));

        await arena.Alice.DeleteAsync($"channels/{battle.Channel}/messages/{battle.Id}/reactions");

        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 0));
        await arena.Alice.SeeChangedAsync(battle, message => message.Reactions.Count == 4);
    }

    [Fact]
    public async Task Only_the_starter_or_a_moderator_reveals()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Bob.CommandAsync("battle", ("prompt", "Whose battle is this?"));
        var battle = await arena.Bob.SeeAsync(message => message.IsVoting);
        await arena.Carol.ReactAsync(battle, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots").Single() == 1));

        await arena.Carol.PressAsync(battle, "Reveal");
        await arena.Carol.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("moderator", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Voting", arena.Query<string>("select state from battles").Single());

        await arena.Alice.PressAsync(battle, "Reveal");   // Alice moderates
        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
    }

    [Fact]
    public async Task A_reveal_without_a_ballot_says_what_is_missing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("vote", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Voting", arena.Query<string>("select state from battles").Single());
    }

    [Fact]
    public async Task The_quorum_closes_the_vote()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_QUORUM", "3"));
        var battle = await arena.BattleAsync();
        foreach (var voter in arena.Members.Take(3))
            await voter.ReactAsync(battle, "👎");
        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Equal("Tie", arena.Query<string>("select verdict from battles").Single());
        Assert.Contains("3", settled.Everything, StringComparison.Ordinal);
    }
}
