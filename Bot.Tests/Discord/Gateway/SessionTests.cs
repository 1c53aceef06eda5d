using System.Text.Json;
using Bot.Discord;
using Bot.Discord.Events;

namespace Bot.Tests.Discord.Gateway;

/// <summary>A session's life, against a gateway that keeps to a script.</summary>
public sealed class SessionTests
{
    /// <summary>One to five seconds; with dice of one half this long.</summary>
    private static readonly TimeSpan InvalidSessionWait = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Identify_asks_for_the_arenas_events_and_Ready_says_who_we_are()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var peer = await discord.AcceptAsync();
        Assert.Equal("/gateway?v=10&encoding=json", peer.Target);

        await peer.HelloAsync();
        var identify = (await peer.ReceiveAsync(2)).GetProperty("d");
        Assert.Equal(ScriptedDiscord.Token, identify.GetProperty("token").GetString());
        Assert.Equal(1 | 512 | 1024, identify.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", identify.GetProperty("shard").GetRawText());
        Assert.Equal(["os", "browser", "device"], identify.GetProperty("properties").EnumerateObject().Select(property => property.Name));

        await peer.ReadyAsync("s1", discord.GatewayUrl.ToString(), guilds: """{"id": "1", "unavailable": true}""");
        var ready = await client.NextAsync<DiscordEvent.Ready>();
        Assert.True(ready.IsNewSession);
        Assert.Equal(new Bot.Discord.ApplicationId(901), ready.Application);
        Assert.Equal(900UL, ready.Bot.Id.Value);
        Assert.True(ready.Bot.IsBot);
        Assert.Equal([new(1)], ready.Servers);
        Assert.True(client.Health.IsConnected);
    }

    [Fact]
    public async Task Message_content_is_asked_for_only_by_option()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client(change: options => options.MessageContent = true));

        var (_, identify) = await IdentifiedAsync(discord);

        Assert.Equal(1 | 512 | 1024 | 32768, identify.GetProperty("intents").GetInt32());
    }

    [Fact]
    public async Task A_dropped_connection_is_resumed_where_Discord_said_and_missed_events_come_in_order()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var first = await ReadyAsync(discord, client);
        await first.ReactionAsync(2, user: 102);
        await client.NextAsync<DiscordEvent.ReactionAdded>();
        first.Drop();

        var second = await discord.AcceptAsync();
        Assert.Equal("/gateway/resume?v=10&encoding=json", second.Target);
        await second.HelloAsync();
        var resume = (await second.ReceiveAsync(6)).GetProperty("d");
        Assert.Equal(ScriptedDiscord.Token, resume.GetProperty("token").GetString());
        Assert.Equal("s1", resume.GetProperty("session_id").GetString());
        Assert.Equal(2, resume.GetProperty("seq").GetInt64());

        for (var sequence = 3; sequence <= 6; sequence++)
            await second.ReactionAsync(sequence, user: (ulong)(100 + sequence));
        await second.DispatchAsync("RESUMED", 7, "{}");
        await second.ReactionAsync(8, user: 108);

        for (ulong user = 103; user <= 106; user++)
            Assert.Equal(user, (await client.NextAsync<DiscordEvent.ReactionAdded>()).Member.Value);
        var resumed = await client.NextAsync<DiscordEvent.Ready>();
        Assert.False(resumed.IsNewSession);
        Assert.Equal(new Bot.Discord.ApplicationId(901), resumed.Application);
        Assert.Equal(108UL, (await client.NextAsync<DiscordEvent.ReactionAdded>()).Member.Value);
        Assert.Single(discord.Calls);
    }

    [Fact]
    public async Task Told_to_reconnect_it_leaves_without_ending_the_session_and_resumes()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var first = await ReadyAsync(discord, client);

        await first.SendAsync("""{"op": 7, "d": null, "s": null, "t": null}""");

        Assert.NotInRange(await first.LeftAsync() ?? 4000, 1000, 1001);
        Assert.Equal(1, await ResumedAsync(discord, client));
    }

    [Fact]
    public async Task Told_to_reconnect_before_Hello_it_does()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time));
        var first = await discord.AcceptAsync();
        await first.SendAsync("""{"op": 7, "d": null}""");
        await first.LeftAsync();

        await IdentifiedAsync(discord);
    }

    [Fact]
    public async Task An_invalid_session_is_followed_by_a_new_one_after_one_to_five_seconds()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        var first = await ReadyAsync(discord, client);
        time.Advance(TimeSpan.FromSeconds(20));

        await first.SendAsync("""{"op": 9, "d": false}""");
        await first.LeftAsync();
        await time.PassAsync(InvalidSessionWait);

        var (second, _) = await IdentifiedAsync(discord);
        Assert.StartsWith("/gateway?", second.Target);
        await second.ReadyAsync("s2", ResumeUrl(discord));
        Assert.True((await client.NextAsync<DiscordEvent.Ready>()).IsNewSession);
        Assert.Equal(2, discord.Calls.Count(call => call.Name == "GET /gateway/bot"));
    }

    [Fact]
    public async Task An_invalid_session_that_may_be_resumed_is()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        var first = await ReadyAsync(discord, client);

        await first.SendAsync("""{"op": 9, "d": true}""");
        await first.LeftAsync();
        await time.PassAsync(InvalidSessionWait);

        Assert.Equal(1, await ResumedAsync(discord, client));
    }

    [Fact]
    public async Task A_resume_that_Discord_refuses_becomes_a_new_session()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        var first = await ReadyAsync(discord, client);
        time.Advance(TimeSpan.FromSeconds(20));
        first.Drop();

        var second = await discord.AcceptAsync();
        await second.HelloAsync();
        await second.ReceiveAsync(6);
        await second.SendAsync("""{"op": 9, "d": false}""");
        await second.LeftAsync();
        await time.PassAsync(InvalidSessionWait);

        await IdentifiedAsync(discord);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "shards")]
    [InlineData(4012, "update")]
    [InlineData(4013, "update")]
    [InlineData(4014, "Message Content Intent")]
    public async Task Close_codes_that_must_not_be_retried_end_everything_with_advice(int code, string advice)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var (peer, _) = await IdentifiedAsync(discord);

        await peer.CloseAsync(code);

        var error = await Assert.ThrowsAsync<DiscordFatalException>(() => client.Run.Within());
        Assert.Equal(code, error.CloseCode);
        Assert.Contains(advice, error.Message);
        Assert.False(discord.HasPeer);
        await client.Client.Events.Completion.Within();
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Close_codes_of_a_dead_session_are_followed_by_a_new_one(int code)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        var peer = await ReadyAsync(discord, client);
        time.Advance(TimeSpan.FromSeconds(20));

        await peer.CloseAsync(code);

        await IdentifiedAsync(discord);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public async Task Other_close_codes_are_followed_by_a_resume(int code)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var peer = await ReadyAsync(discord, client);

        await peer.CloseAsync(code);

        Assert.Equal(1, await ResumedAsync(discord, client));
    }

    [Fact]
    public async Task Connections_that_fail_at_once_are_made_with_growing_delays()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        (await ReadyAsync(discord, client)).Drop();

        (await discord.AcceptAsync()).Drop();
        foreach (var seconds in (double[])[0.75, 1.5, 3, 6, 12, 24, 45, 45])
        {
            await time.PassAsync(TimeSpan.FromSeconds(seconds));
            (await discord.AcceptAsync()).Drop();
        }
    }

    [Fact]
    public async Task An_address_for_resuming_that_does_not_work_is_left_for_the_general_one()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time, random: new FixedDice(0.5)));
        (await ReadyAsync(discord, client)).Drop();

        foreach (var delay in (double[])[0.75, 1.5, 3])
        {
            var failing = await discord.AcceptAsync();
            Assert.StartsWith("/gateway/resume", failing.Target);
            failing.Drop();
            await time.PassAsync(TimeSpan.FromSeconds(delay));
        }

        var general = await discord.AcceptAsync();
        Assert.StartsWith("/gateway?", general.Target);
        await general.HelloAsync();
        await general.ReceiveAsync(6);
    }

    [Fact]
    public async Task A_gateway_that_says_nothing_is_given_up()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        await using var client = new RunningClient(discord.Client(time));
        var silent = await discord.AcceptAsync();

        await time.PassAsync(TimeSpan.FromSeconds(30));
        await silent.LeftAsync();

        await IdentifiedAsync(discord);
    }

    [Fact]
    public async Task A_payload_larger_than_any_buffer_in_many_pieces_arrives_whole()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var peer = await ReadyAsync(discord, client);
        var channels = string.Join(",", Enumerable.Range(0, 20_000).Select(n => $$"""{"id": "{{n + 1000}}", "type": 0, "name": "channel-ü-{{n}}"}"""));

        await peer.SendInPiecesAsync($$"""{"op": 0, "t": "GUILD_CREATE", "s": 2, "d": {"id": "1", "name": "Large", "owner_id": "5", "channels": [{{channels}}] } }""", 10_007);
        await peer.ReactionAsync(3, user: 5);

        var server = (await client.NextAsync<DiscordEvent.ServerAvailable>()).Server;
        Assert.Equal(20_000, server.Channels.Count);
        Assert.Equal("channel-ü-19999", server.Channels[^1].Name);
        await client.NextAsync<DiscordEvent.ReactionAdded>();
    }

    [Fact]
    public async Task Events_opcodes_and_fields_that_nobody_knows_do_no_harm()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var log = new CapturedLog();
        await using var client = new RunningClient(discord.Client(log: log));
        var peer = await ReadyAsync(discord, client);

        await peer.SendAsync("""{"op": 99, "d": {"new": true}}""");
        await peer.SendAsync("this is not JSON");
        await peer.DispatchAsync("SOMETHING_NEW", 2, """{"field": [1, 2, {}]}""");
        await peer.DispatchAsync("MESSAGE_REACTION_ADD", 3, """{"surprise": "no ids at all"}""");
        await peer.DispatchAsync("INTERACTION_CREATE", 4, """{"id": "1", "application_id": "901", "type": 42, "token": "t", "data": {}}""");
        await peer.ReactionAsync(5, user: 5);

        Assert.Equal(5UL, (await client.NextAsync<DiscordEvent.ReactionAdded>()).Member.Value);
        Assert.Contains(log.Lines, line => line.Text.Contains("MESSAGE_REACTION_ADD"));
        peer.Drop();
        Assert.Equal(5, await ResumedAsync(discord, client));
    }

    [Fact]
    public async Task Events_that_nobody_reads_wait_and_none_is_lost()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client(change: options => options.EventBacklog = 16));
        var (peer, _) = await IdentifiedAsync(discord);
        await peer.ReadyAsync("s1", ResumeUrl(discord));
        for (var sequence = 2; sequence <= 500; sequence++)
            await peer.ReactionAsync(sequence, user: (ulong)sequence);

        await client.NextAsync<DiscordEvent.Ready>();
        for (ulong user = 2; user <= 500; user++)
            Assert.Equal(user, (await client.NextAsync<DiscordEvent.ReactionAdded>()).Member.Value);
    }

    [Fact]
    public async Task Cancelling_says_goodbye_for_good_and_ends_the_events()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var peer = await ReadyAsync(discord, client);

        await client.StopAsync();

        Assert.Equal(1000, await peer.LeftAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Run.Within());
        await client.Client.Events.Completion.Within();
        Assert.False(client.Health.IsConnected);
    }

    [Fact]
    public async Task The_token_does_not_follow_a_stand_in_to_another_machine()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        discord.Always("GET /gateway/bot", RestAnswer.Ok(discord.GatewayBot(url: "ws://192.0.2.1:5080/gateway")));
        await using var client = new RunningClient(discord.Client());

        var error = await Assert.ThrowsAsync<DiscordFatalException>(() => client.Run.Within());

        Assert.Contains("192.0.2.1", error.Message);
    }

    [Fact]
    public async Task A_resume_address_on_another_machine_is_refused_too()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = new RunningClient(discord.Client());
        var (peer, _) = await IdentifiedAsync(discord);
        await peer.ReadyAsync("s1", "ws://192.0.2.1:5080/gateway");
        await client.NextAsync<DiscordEvent.Ready>();
        peer.Drop();

        await Assert.ThrowsAsync<DiscordFatalException>(() => client.Run.Within());
    }

    [Fact]
    public async Task A_refused_token_is_fatal_before_any_connection()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        discord.Always("GET /gateway/bot", new RestAnswer(401, """{"message": "401: Unauthorized", "code": 0}"""));
        await using var client = new RunningClient(discord.Client());

        var error = await Assert.ThrowsAsync<DiscordFatalException>(() => client.Run.Within());

        Assert.Contains("DISCORD_TOKEN", error.Message);
    }

    [Fact]
    public async Task A_gateway_address_that_is_not_to_be_had_is_asked_for_until_it_is()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var time = new ManualTime();
        discord.On("GET /gateway/bot", new RestAnswer(503), new RestAnswer(503));
        await using var client = new RunningClient(discord.Client(time, options => options.Attempts = 1));

        await time.PassAsync(0.5, 1);
        await time.PassAsync(1, 2);

        await IdentifiedAsync(discord);
    }

    [Fact]
    public async Task No_token_stands_in_the_gateways_log()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        var log = new CapturedLog();
        await using var client = new RunningClient(discord.Client(log: log));
        (await ReadyAsync(discord, client)).Drop();
        await ResumedAsync(discord, client);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains(ScriptedDiscord.Token));
    }

    internal static string ResumeUrl(ScriptedDiscord discord) => discord.GatewayUrl + "/resume";

    /// <summary>Hello, then Identify.</summary>
    internal static async Task<(GatewayPeer Peer, JsonElement Identify)> IdentifiedAsync(ScriptedDiscord discord, int interval = 3_600_000)
    {
        var peer = await discord.AcceptAsync();
        await peer.HelloAsync(interval);
        return (peer, (await peer.ReceiveAsync(2)).GetProperty("d"));
    }

    /// <summary>As far as a new session called s1, with sequence number 1.</summary>
    internal static async Task<GatewayPeer> ReadyAsync(ScriptedDiscord discord, RunningClient client, int interval = 3_600_000)
    {
        var (peer, _) = await IdentifiedAsync(discord, interval);
        await peer.ReadyAsync("s1", ResumeUrl(discord));
        await client.NextAsync<DiscordEvent.Ready>();
        return peer;
    }

    /// <summary>The next connection resumes; the sequence number it asks from.</summary>
    internal static async Task<long> ResumedAsync(ScriptedDiscord discord, RunningClient client)
    {
        var peer = await discord.AcceptAsync();
        await peer.HelloAsync();
        var resume = await peer.ReceiveAsync(6);
        await peer.DispatchAsync("RESUMED", 9, "{}");
        Assert.False((await client.NextAsync<DiscordEvent.Ready>()).IsNewSession);
        return resume.GetProperty("d").GetProperty("seq").GetInt64();
    }
}
