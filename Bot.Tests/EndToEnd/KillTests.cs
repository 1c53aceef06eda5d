namespace Bot.Tests.EndToEnd;

/// <summary><c>kill -9</c> of the bot in each state of a battle, and a start beside the same Discord and database.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_between_two_votes_it_loses_no_ballot_and_counts_none_twice()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Alice.ReactAsync(battle, "🇦");
        await arena.Bob.ReactAsync(battle, "🇦");
        await Ballots(arena, "A A");

        await arena.KillBotAsync();
        await arena.Bob.ReactAsync(battle, "🇧");   // changes his mind while nobody listens: B is new, so B it is
        await arena.Carol.ReactAsync(battle, "👎");
        await arena.StartBotAsync();

        await Ballots(arena, "A B BothBad");
        await arena.Dave.ReactAsync(battle, "🤝");
        await Ballots(arena, "A B BothBad Tie");
        await arena.Alice.PressAsync(battle, "Reveal");
        var settled = await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains("1 : 1", settled.Everything, StringComparison.Ordinal);
        Assert.Equal(2, arena.Query<long>("select count(*) from rating_history where system = 'Elo' and server_id = 0").Single());
    }

    [Fact]
    public async Task Killed_while_battles_wait_and_answer_it_starts_them_again_and_posts_nothing_twice()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SlowDownModelsAsync();
        await arena.Alice.CommandAsync("battle", ("prompt", "The first of two."));
        await arena.Bob.CommandAsync("battle", ("prompt", "The second of two."));
        await Eventually.TrueAsync(() => Task.FromResult(
            string.Join(' ', arena.Query<string>("select state from battles where message_id is not null order by id")) == "Generating Queued"));

        await arena.KillBotAsync();
        await arena.SpeedUpModelsAsync();
        await arena.StartBotAsync();

        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from battles where state = 'Voting'").Single() == 2));
        foreach (var prompt in new[] { "The first of two.", "The second of two." })
        {
            await arena.Alice.SeeAsync(message => message.IsVoting && message.Everything.Contains(prompt, StringComparison.Ordinal));
            Assert.Single(await arena.Alice.MessagesAsync(), message => !message.IsEphemeral && message.Everything.Contains(prompt, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Killed_before_the_result_was_shown_it_shows_it_after_the_start_and_rates_once()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇧");
        await Ballots(arena, "B");
        // The edit that shows the result never gets through; the settlement itself is in the database.
        await arena.FaultAsync(new() { ["kind"] = "delay", ["milliseconds"] = 20_000, ["times"] = 50, ["method"] = "PATCH", ["route"] = "/channels/{channel_id}/messages/{message_id}" });
        await arena.Alice.PressAsync(battle, "Reveal");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from battles where state = 'Settled'").Single() == 1));

        await arena.KillBotAsync();
        await arena.ClearFaultsAsync();
        await arena.StartBotAsync();

        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Equal(1, arena.Query<long>("select battles from ratings where system = 'Elo' and server_id = 0 and wins = 1").Single());
    }

    [Fact]
    public async Task Killed_before_its_message_stood_a_battle_is_posted_after_the_start_once()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.FaultAsync(new() { ["kind"] = "delay", ["milliseconds"] = 60_000, ["method"] = "POST", ["route"] = "/channels/{channel_id}/messages" });
        await arena.Alice.CommandAsync("battle", ("prompt", "Not posted yet."));
        await Eventually.TrueAsync(() => Task.FromResult(
            arena.Query<long>("select count(*) from battles where state = 'Queued' and message_id is null").Single() == 1));

        await arena.KillBotAsync();
        await arena.ClearFaultsAsync();
        await arena.StartBotAsync();

        await arena.Alice.SeeAsync(message => message.IsVoting && message.Everything.Contains("Not posted yet.", StringComparison.Ordinal));
        Assert.Single(await arena.Alice.MessagesAsync(), message => !message.IsEphemeral && message.Everything.Contains("Not posted yet.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_before_a_void_battle_was_shown_as_such_it_says_so_after_the_start()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync("empty", times: 20);
        await arena.FaultAsync(new() { ["kind"] = "delay", ["milliseconds"] = 60_000, ["times"] = 50, ["method"] = "PATCH", ["route"] = "/channels/{channel_id}/messages/{message_id}" });
        await arena.Alice.CommandAsync("battle", ("prompt", "Nothing comes of this."));
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from battles where state = 'Void'").Single() == 1));

        await arena.KillBotAsync();
        await arena.ClearFaultsAsync();
        await arena.StartBotAsync();

        var gone = await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.Contains("Nothing was counted", gone.Everything, StringComparison.Ordinal);
        Assert.Equal(0, arena.Query<long>("select count(*) from rating_history").Single());
    }

    [Fact]
    public async Task A_vote_that_closed_while_the_bot_was_down_settles_at_the_start_with_what_stood()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_VOTING_TIME", "10s"));
        var battle = await arena.BattleAsync();
        await arena.KillBotAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(
            arena.Query<long>("select closes_at from battles").Single() < TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
        await arena.StartBotAsync();

        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Equal("A", arena.Query<string>("select verdict from battles").Single());
    }

    private static Task Ballots(ArenaDriver arena, string choices) => Eventually.TrueAsync(
        () => Task.FromResult(string.Join(' ', arena.Query<string>("select choice from ballots where counted = 1 order by choice")) == choices),
        lastSeen: () => Task.FromResult(string.Join(' ', arena.Query<string>("select choice || counted from ballots order by choice"))));
}
