using Bot.Discord.Events;

namespace Bot.Tests.Discord.Gateway;

/// <summary>Discord takes the token away from a bot that starts more sessions than it may.</summary>
public sealed class SessionStartTests
{
    [Fact]
    public async Task When_no_session_is_left_today_nothing_is_connected_until_there_are_new_ones()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        discord.On("GET /gateway/bot", RestAnswer.Ok(discord.GatewayBot(remaining: 0, resetAfter: 14_400_000)));
        await using var client = new RunningClient(discord.Client(time));

        await time.PassAsync(TimeSpan.FromSeconds(14_401));

        await SessionTests.IdentifiedAsync(discord);
        Assert.Equal(2, discord.Calls.Count);
    }

    [Fact]
    public async Task As_many_shards_as_Discord_recommends_identify_one_after_the_other_five_seconds_apart()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        discord.Always("GET /gateway/bot", RestAnswer.Ok(discord.GatewayBot(shards: 3)));
        await using var client = new RunningClient(discord.Client(time));

        var shards = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            if (n > 0)
                await time.PassAsync(TimeSpan.FromSeconds(5));
            var (_, identify) = await SessionTests.IdentifiedAsync(discord);
            Assert.False(discord.HasPeer);
            shards.Add(identify.GetProperty("shard").GetRawText());
        }

        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], shards);
    }

    [Fact]
    public async Task The_last_session_of_the_day_is_given_to_one_shard_and_the_others_wait()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        discord.On(
            "GET /gateway/bot",
            RestAnswer.Ok(discord.GatewayBot(shards: 2, remaining: 1, maxConcurrency: 2)),
            RestAnswer.Ok(discord.GatewayBot(shards: 2, remaining: 0, resetAfter: 60_000, maxConcurrency: 2)));
        discord.Always("GET /gateway/bot", RestAnswer.Ok(discord.GatewayBot(shards: 2, maxConcurrency: 2)));
        await using var client = new RunningClient(discord.Client(time));

        var (_, first) = await SessionTests.IdentifiedAsync(discord);
        Assert.Equal("[0,2]", first.GetProperty("shard").GetRawText());
        await time.PassAsync(TimeSpan.FromSeconds(61));
        var (_, second) = await SessionTests.IdentifiedAsync(discord);
        Assert.Equal("[1,2]", second.GetProperty("shard").GetRawText());
    }

    [Fact]
    public async Task Shards_may_start_together_as_far_as_max_concurrency_allows()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        discord.Always("GET /gateway/bot", RestAnswer.Ok(discord.GatewayBot(shards: 4, maxConcurrency: 4)));
        await using var client = new RunningClient(discord.Client(new ManualTime()));

        var peers = new List<GatewayPeer>();
        for (var n = 0; n < 4; n++)
        {
            var (peer, _) = await SessionTests.IdentifiedAsync(discord);
            peers.Add(peer);
        }

        foreach (var peer in peers)
        {
            Assert.False(client.Health.IsConnected);
            await peer.ReadyAsync("s", SessionTests.ResumeUrl(discord));
            await client.NextAsync<DiscordEvent.Ready>();
        }

        Assert.True(client.Health.IsConnected);
    }

    [Fact]
    public async Task A_process_may_hold_some_of_the_shards()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client(change: options =>
        {
            options.ShardCount = 4;
            options.Shards = [2];
        }));

        var (peer, identify) = await SessionTests.IdentifiedAsync(discord);
        Assert.Equal("[2,4]", identify.GetProperty("shard").GetRawText());
        await peer.ReadyAsync("s", SessionTests.ResumeUrl(discord));

        var ready = await client.NextAsync<DiscordEvent.Ready>();
        Assert.Equal((2, 4), (ready.Shard, ready.ShardCount));
    }

    [Fact]
    public async Task Resuming_uses_up_no_session_start()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time));
        var peer = await SessionTests.ReadyAsync(discord, client);
        var asked = discord.Calls.Count;

        peer.Drop();
        await SessionTests.ResumedAsync(discord, client);

        Assert.Equal(asked, discord.Calls.Count);
    }
}
