using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>Pulls that stop half-way: cancelled, killed, with the registry or the node away, with their message deleted.</summary>
public sealed class PullTroubleOnTheWireTests
{
    [Fact]
    public async Task Cancelled_half_way_and_asked_for_again_it_goes_on_where_it_stopped()
    {
        await using var arena = await PullArena.StartAsync(pullMs: 30_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel") && message.Content.Contains("███", StringComparison.Ordinal));
        await arena.Alice.PressAsync(bar, "Cancel");
        var cancelled = await arena.Alice.SeeChangedAsync(bar, message => message.Offers("Try again"));
        await PullArena.SetAsync(arena, new JsonObject { ["pull_ms"] = 600_000 });
        await arena.Alice.PressAsync(cancelled, "Try again");

        await arena.Alice.SeeAsync(message => message.Id != bar.Id && message.Offers("Cancel") && message.Content.Contains('█'));
    }

    [Fact]
    public async Task Killed_half_way_it_goes_on_in_the_same_message_after_the_start()
    {
        await using var arena = await PullArena.StartAsync(pullMs: 15_000);
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
        await using var arena = await PullArena.StartAsync(pullMs: 100);
        if (fault is not null)
            await PullArena.SetAsync(arena, new JsonObject { ["pull_fault"] = fault });
        await arena.Alice.CommandAsync("model pull", ("model", tag));

        var failed = await arena.Alice.SeeAsync(message => message.Content.Contains(sentence, StringComparison.Ordinal) && message.Offers("Try again"));
        Assert.StartsWith($"**{tag}** could not be pulled.", failed.Content, StringComparison.Ordinal);
        Assert.Equal("pull.failed", arena.Query<string>("select action from audit order by id desc limit 1").Single());
    }

    [Fact]
    public async Task A_connection_that_dies_half_way_is_taken_up_again()
    {
        await using var arena = await PullArena.StartAsync(pullMs: 3000);
        await PullArena.SetAsync(arena, new JsonObject { ["pull_fault"] = "dies" });
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        await arena.Alice.SeeAsync(message => message.Content.Contains("The node does not answer", StringComparison.Ordinal));
        await PullArena.SetAsync(arena, new JsonObject { ["pull_fault"] = "none" });

        await arena.Alice.SeeAsync(message => message.Content == "**otter:4b** is here. It plays from the next battle on.");
    }

    [Fact]
    public async Task A_deleted_message_is_posted_anew()
    {
        await using var arena = await PullArena.StartAsync(pullMs: 600_000);
        await arena.Alice.CommandAsync("model pull", ("model", "otter:4b"));
        var bar = await arena.Alice.SeeAsync(message => message.Offers("Cancel"));
        await arena.Alice.DeleteAsync($"channels/{bar.Channel}/messages/{bar.Id}");

        await arena.Alice.SeeAsync(message => message.Id != bar.Id && message.Content.Contains("otter:4b", StringComparison.Ordinal));
    }
}
