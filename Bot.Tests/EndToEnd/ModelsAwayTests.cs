namespace Bot.Tests.EndToEnd;

/// <summary>No models to answer: the node is away or unable, the roster is too small, or nobody wants the answer any more.</summary>
public sealed class ModelsAwayTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("busy")]
    public async Task A_node_that_cannot_serve_is_waited_for_and_then_given_up(string fault)
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_WAIT_BOUND", "3s"));
        await arena.SpoilAnswersAsync(fault, times: 1_000);
        await arena.Alice.CommandAsync("battle", ("prompt", "Is anybody there?"));
        var gone = await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.DoesNotContain("<html", gone.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(arena.Query<string>("select void_detail from battles where state = 'Void'").Single());
    }

    [Fact]
    public async Task While_the_models_are_away_battles_wait_and_then_play()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync();
        await using var relay = new LoopbackRelay(arena.Address);
        arena.Set("OLLAMA_HOST", new Uri(relay.Address, "/ollama").ToString());
        await arena.StartBotAsync();
        relay.Unplug();

        await arena.Alice.CommandAsync("battle", ("prompt", "Are the models back yet?"));
        await arena.Alice.SeeAsync(message => message.Everything.Contains("not reachable", StringComparison.Ordinal));
        await arena.Alice.CommandAsync("arena status");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("None is reachable", StringComparison.Ordinal));

        relay.Plug();
        await arena.Alice.SeeAsync(message => message.IsVoting);
    }

    [Fact]
    public async Task Models_that_stay_away_end_the_wait()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync(("ARENA_WAIT_BOUND", "2s"));
        await using var relay = new LoopbackRelay(arena.Address);
        arena.Set("OLLAMA_HOST", new Uri(relay.Address, "/ollama").ToString());
        await arena.StartBotAsync();
        relay.Unplug();

        await arena.Alice.CommandAsync("battle", ("prompt", "Hello?"));
        await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.Equal("Void", arena.Query<string>("select state from battles").Single());
    }

    [Fact]
    public async Task Cancelling_a_battle_stops_the_model()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_STREAMING", "live"));
        await arena.SlowDownModelsAsync();
        await arena.Alice.CommandAsync("battle", ("prompt", "Take your time."));
        var waiting = await arena.Alice.SeeAsync(message => message.Offers("Cancel"));
        // In the middle of its answer: one that has said nothing yet is left more easily.
        await arena.Alice.SeeChangedAsync(waiting, message => message.Embeds.Any(embed => embed["description"] is not null));
        Assert.Equal(1, (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["in_flight"]!);

        await arena.Alice.PressAsync(waiting, "Cancel");

        await Eventually.TrueAsync(async () => (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["aborted"]! == 1);
        await arena.Alice.SeeChangedAsync(waiting, message => message.Offers("Try again") || message.Everything.Contains("ancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fewer_than_two_models_is_said_and_what_to_do()
    {
        await using var arena = await ArenaDriver.StartAsync();
        foreach (var tag in arena.Query<string>("select tag from models").Skip(1))
        {
            await arena.Alice.CommandAsync("model retire", ("model", tag));
            await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select status from models where tag = @tag", new { tag }).Single() == "Retired"));
        }

        await arena.Bob.CommandAsync("battle", ("prompt", "Anyone?"));
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("fewer than two models", StringComparison.Ordinal)
            && message.Everything.Contains("/model add", StringComparison.Ordinal));
    }
}
