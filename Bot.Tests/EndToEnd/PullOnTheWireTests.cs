using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>Pulls as moderators, members and strangers meet them. Alice owns the home server; Bob is a member.</summary>
public sealed class PullOnTheWireTests
{
    [Fact]
    public async Task A_moderator_pulls_a_model_sees_the_bar_move_and_it_plays()
    {
        await using var arena = await StartAsync(pullMs: 8000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));

        var bar = await arena.Bob.SeeAsync(message => message.Offers("Cancel") && message.Content.Contains("**otter:4b**", StringComparison.Ordinal));
        var moved = await arena.Bob.SeeChangedAsync(bar, message => message.Content.Contains('█') && message.Content.Contains("GB of 2.5 GB", StringComparison.Ordinal));
        Assert.NotEqual(bar.Content, moved.Content);
        Assert.False(moved.IsEphemeral);
        var done = await arena.Bob.SeeChangedAsync(bar, message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
        Assert.Empty(done.Buttons);
        Assert.Equal("Active", arena.Query<string>("select status from models where tag = 'otter:4b'").Single());
        Assert.Equal(["pull.started", "pull.done"], arena.Query<string>("select action from audit where action like 'pull.%' order by id"));
    }

    [Fact]
    public async Task Members_and_strangers_neither_pull_nor_press_its_buttons()
    {
        await using var arena = await StartAsync(pullMs: 60_000);
        await Assert.ThrowsAsync<InvalidOperationException>(() => arena.Bob.CommandAsync("model pull", ("model", "otter:4b")));    // hidden by Discord

        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Bob.SeeAsync(message => message.Offers("Cancel"));
        await arena.Bob.PressAsync(bar, "Cancel");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the one who asked", StringComparison.Ordinal));
        var stranger = await arena.NewMemberAsync("eve");
        await stranger.PressAsync(bar, "Cancel");
        await stranger.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the one who asked", StringComparison.Ordinal));
        Assert.Equal("Running", arena.Query<string>("select state from pulls").Single());

        await arena.Alice.PressAsync(bar, "Cancel");
        var cancelled = await arena.Alice.SeeChangedAsync(bar, message => message.Content.Contains("was cancelled by <@", StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["in_flight"]! == 0);
        await arena.Bob.PressAsync(cancelled, "Try again");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.Contains("Manage Server", StringComparison.Ordinal) && message.Id != bar.Id);
        Assert.Single(arena.Query<string>("select state from pulls"));
    }

    [Fact]
    public async Task A_moderator_of_another_server_does_not_pull()
    {
        await using var arena = await StartAsync(pullMs: 0, ("ARENA_HOME_SERVER", "1187000000000009999"));
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));

        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("The models belong to the whole arena", StringComparison.Ordinal));
        Assert.Empty(arena.Query<long>("select id from pulls"));
    }

    [Fact]
    public async Task Asked_for_twice_at_once_the_second_is_told_where_the_first_runs()
    {
        await using var arena = await StartAsync(pullMs: 60_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel"));
        await arena.Alice.CommandAsync("model pull", ("model", "OTTER:4b"));

        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.Contains($"/{bar.Channel}/{bar.Id}", StringComparison.Ordinal));
        Assert.Single(arena.Query<long>("select id from pulls"));
    }

    [Fact]
    public async Task Cancelled_half_way_and_asked_for_again_it_goes_on_where_it_stopped()
    {
        await using var arena = await StartAsync(pullMs: 12_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel") && message.Content.Contains("███", StringComparison.Ordinal));
        await arena.Alice.PressAsync(bar, "Cancel");
        var cancelled = await arena.Alice.SeeChangedAsync(bar, message => message.Offers("Try again"));
        await SetAsync(arena, new JsonObject { ["pull_ms"] = 60_000 });
        await arena.Alice.PressAsync(cancelled, "Try again");

        await arena.Alice.SeeAsync(message => message.Id != bar.Id && message.Offers("Cancel") && message.Content.Contains('█'));
    }

    [Fact]
    public async Task Killed_half_way_it_goes_on_in_the_same_message_after_the_start()
    {
        await using var arena = await StartAsync(pullMs: 15_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel") && message.Content.Contains('█'));

        await arena.KillBotAsync();
        await arena.StartBotAsync();

        await arena.Alice.SeeChangedAsync(bar, message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
        Assert.Single(await arena.Alice.MessagesAsync(), message => message.Content.Contains("otter:4b", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unicorn:7b", null, "The registry has no such model.")]
    [InlineData("foxx:3b", null, "Did you mean `fox:3b`?")]
    [InlineData("whale:405b", null, "The node's disk is full: the model has 251 GB.")]
    [InlineData("otter:4b", "unreachable", "The node can not reach the registry.")]
    [InlineData("otter:4b", "loses-registry", "The node can not reach the registry.")]
    public async Task What_can_not_be_pulled_says_why_in_one_sentence_and_offers_to_try_again(string tag, string? fault, string sentence)
    {
        await using var arena = await StartAsync(pullMs: 100);
        if (fault is not null)
            await SetAsync(arena, new JsonObject { ["pull_fault"] = fault });
        await arena.Alice.CommandAsync("model pull", ("model", tag));

        var failed = await arena.Alice.SeeAsync(message => message.Content.Contains(sentence, StringComparison.Ordinal) && message.Offers("Try again"));
        Assert.StartsWith($"**{tag}** could not be pulled.", failed.Content, StringComparison.Ordinal);
        Assert.Equal("pull.failed", arena.Query<string>("select action from audit order by id desc limit 1").Single());
    }

    [Fact]
    public async Task A_connection_that_dies_half_way_is_taken_up_again()
    {
        await using var arena = await StartAsync(pullMs: 3000);
        await SetAsync(arena, new JsonObject { ["pull_fault"] = "dies" });
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        await arena.Alice.SeeAsync(message => message.Content.Contains("The node does not answer", StringComparison.Ordinal));
        await SetAsync(arena, new JsonObject { ["pull_fault"] = "none" });

        await arena.Alice.SeeAsync(message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
    }

    [Fact]
    public async Task A_model_that_no_node_has_is_offered_to_be_pulled_when_it_is_to_be_added()
    {
        await using var arena = await StartAsync(pullMs: 100);
        await arena.Alice.CommandAsync("model add", ("model", "otter:4b"));
        var offer = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Offers("Pull it"));
        await arena.Alice.PressAsync(offer, "Pull it");

        await arena.Alice.SeeAsync(message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
    }

    [Fact]
    public async Task A_model_that_makes_embeddings_is_pulled_and_does_not_play()
    {
        await using var arena = await StartAsync(pullMs: 100);
        await arena.Alice.CommandAsync("model pull", ("model", "acorn-embed:33m"));

        await arena.Alice.SeeAsync(message => message.Content.Contains("does not go on the roster", StringComparison.Ordinal));
        Assert.Empty(arena.Query<string>("select tag from models where tag like 'acorn%'"));
    }

    [Fact]
    public async Task A_deleted_message_is_posted_anew()
    {
        await using var arena = await StartAsync(pullMs: 12_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel"));
        await arena.Alice.DeleteAsync($"channels/{bar.Channel}/messages/{bar.Id}");

        await arena.Alice.SeeAsync(message => message.Id != bar.Id && message.Content.Contains("otter:4b", StringComparison.Ordinal));
    }

    private static async Task<ArenaDriver> StartAsync(int pullMs, params (string Name, string Value)[] settings)
    {
        var arena = await ArenaDriver.StartAsync(settings);
        await SetAsync(arena, new JsonObject { ["pull_ms"] = pullMs });
        return arena;
    }

    private static Task SetAsync(ArenaDriver arena, JsonObject change) => arena.Alice.PostAsync("/ollama/sandbox/faults", change);
}
