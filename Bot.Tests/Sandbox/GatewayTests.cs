using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class GatewayTests
{
    private static readonly string[] TheBotAlone = ["ArenaBot"];

    [Fact]
    public async Task Hello_then_identify_then_ready_then_the_servers()
    {
        await using var sandbox = await StartAsync();
        var url = (string)(await sandbox.DoAsync(TheBot, "GET", "/gateway/bot")).Json!["url"]!;
        Assert.Equal($"ws://127.0.0.1:{sandbox.Address.Port}/gateway", url);
        var client = await sandbox.DialAsync();
        Assert.Equal(41250, (int)(await client.OpcodeAsync(10))["d"]!["heartbeat_interval"]!);
        await client.SendAsync(1, null);
        await client.OpcodeAsync(11);
        await client.SendAsync(2, GatewayClient.Identity("sandbox-bot", GatewayClient.EverythingOpen));

        var ready = await client.EventAsync("READY");
        Assert.Equal((10, "ArenaBot", Application), ((int)ready["v"]!, (string?)ready["user"]!["username"], (string?)ready["application"]!["id"]));
        Assert.Equal(url, (string?)ready["resume_gateway_url"]);
        Assert.True((bool)ready["guilds"]![0]!["unavailable"]!);
        Assert.False(ready.AsObject().ContainsKey("shard"));
        var guild = await client.EventAsync("GUILD_CREATE");
        Assert.Equal(["arena", "general", "results"], guild["channels"]!.AsArray().Select(channel => (string?)channel!["name"]));
        Assert.Equal(TheBotAlone, guild["members"]!.AsArray().Select(member => (string?)member!["user"]!["username"]));
        Assert.Equal(2, client.Sequence);
    }

    [Theory]
    [InlineData("""{"op": 2, "d": {"token": "wrong", "intents": 0, "properties": {}}}""", 4004)]
    [InlineData("""{"op": 2, "d": {"token": "sandbox-bot", "intents": 131072, "properties": {}}}""", 4013)]
    [InlineData("""{"op": 2, "d": {"token": "sandbox-bot", "properties": {}}}""", 4013)]
    [InlineData("""{"op": 2, "d": {"token": "sandbox-bot", "intents": 0, "shard": [1, 1], "properties": {}}}""", 4010)]
    [InlineData("""{"op": 3, "d": {}}""", 4003)]
    [InlineData("""{"op": 77, "d": {}}""", 4001)]
    [InlineData("nonsense", 4002)]
    public async Task What_Discord_does_not_take_is_closed_with_its_code(string payload, int code)
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.DialAsync();
        await client.SendAsync(payload);
        Assert.Equal(code, await client.ClosedAsync());
    }

    [Fact]
    public async Task Other_mistakes_close_with_their_codes_too()
    {
        await using var sandbox = await StartAsync();
        Assert.Equal(4012, await (await sandbox.DialAsync("?v=6&encoding=json")).ClosedAsync());
        var twice = await sandbox.ConnectAsync(TheBot);
        await twice.SendAsync(2, GatewayClient.Identity("sandbox-bot", 0));
        Assert.Equal(4005, await twice.ClosedAsync());
        var hasty = await sandbox.DialAsync();
        for (var number = 0; number < 121; number++)
            await hasty.SendAsync(1, null);
        Assert.Equal(4008, await hasty.ClosedAsync());
        await sandbox.DoAsync("", "PATCH", "/sandbox/application", new JsonObject { ["flags"] = 0 });
        var curious = await sandbox.DialAsync();
        await curious.SendAsync(2, GatewayClient.Identity("sandbox-bot", 1 << 15));
        Assert.Equal(4014, await curious.ClosedAsync());
        await Assert.ThrowsAsync<WebSocketException>(() => sandbox.DialAsync("?v=10&encoding=etf"));
        await Assert.ThrowsAsync<WebSocketException>(() => sandbox.DialAsync("?v=10&encoding=json&compress=zlib-stream"));
    }

    [Fact]
    public async Task A_client_that_does_not_beat_is_timed_out()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        var client = await sandbox.ConnectAsync(TheBot);
        time.Advance(TimeSpan.FromSeconds(41));
        await client.SendAsync(1, client.Sequence);
        await client.OpcodeAsync(11);
        time.Advance(TimeSpan.FromSeconds(41));
        await client.SendAsync(1, client.Sequence);
        await client.OpcodeAsync(11);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(4009, await client.ClosedAsync());
    }

    [Fact]
    public async Task A_session_resumes_with_what_was_missed_in_order_and_no_more()
    {
        await using var sandbox = await StartAsync();
        var first = await sandbox.ConnectAsync(TheBot);
        var seen = await sandbox.SayAsync("bob", "seen");
        await first.EventAsync("MESSAGE_CREATE");
        first.Cut();
        await sandbox.SayAsync("bob", "one");
        await sandbox.SayAsync("bob", "two");

        var second = await sandbox.DialAsync();
        await second.SendAsync(6, Resume(first));
        Assert.Equal("one", (string?)(await second.EventAsync("MESSAGE_CREATE"))["content"]);
        Assert.Equal("two", (string?)(await second.EventAsync("MESSAGE_CREATE"))["content"]);
        await second.EventAsync("RESUMED");
        Assert.Equal(["MESSAGE_CREATE", "MESSAGE_CREATE", "RESUMED"], second.Passed);
        Assert.Equal(first.Sequence + 3, second.Sequence);
        Assert.NotNull(seen);
    }

    [Fact]
    public async Task Sessions_that_cannot_resume_are_told_so()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        async Task<JsonObject> Refused(JsonObject resume)
        {
            var client = await sandbox.DialAsync();
            await client.SendAsync(6, resume);
            return await client.OpcodeAsync(9);
        }

        Assert.False((bool)(await Refused(new JsonObject { ["token"] = "sandbox-bot", ["session_id"] = "never", ["seq"] = 1 }))["d"]!);
        var left = await sandbox.ConnectAsync(TheBot);
        await left.CloseAsync(1000);
        await left.ClosedAsync();
        Assert.False((bool)(await Refused(Resume(left)))["d"]!);
        var ahead = await sandbox.ConnectAsync(TheBot);
        var resume = Resume(ahead);
        resume["seq"] = 99;
        var early = await sandbox.DialAsync();
        await early.SendAsync(6, resume);
        Assert.Equal(4007, await early.ClosedAsync());
    }

    [Fact]
    public async Task Events_come_by_intent()
    {
        await using var sandbox = await StartAsync();
        var reactions = await sandbox.ConnectAsync(TheBot, intents: 1 | 1 << 10);
        var messages = await sandbox.ConnectAsync(TheBot, intents: 1 | 1 << 9);
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        await sandbox.ReactAsync("bob", message, "🇦");
        await reactions.EventAsync("MESSAGE_REACTION_ADD");
        await messages.EventAsync("MESSAGE_CREATE");
        Assert.DoesNotContain("MESSAGE_CREATE", reactions.Passed);
        Assert.Empty(await messages.UntilAsync(sandbox));
    }

    [Fact]
    public async Task Without_the_content_intent_a_bot_reads_its_own_messages_and_those_that_mention_it()
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.ConnectAsync(TheBot, intents: 1 | 1 << 9);
        async Task<string?> Heard(string who, string text)
        {
            await sandbox.SayAsync(who, text);
            return (string?)(await client.EventAsync("MESSAGE_CREATE"))["content"];
        }

        Assert.Equal("", await Heard("bob", "secret"));
        Assert.Equal($"<@{Application}> look", await Heard("bob", $"<@{Application}> look"));
        Assert.Equal("mine", await Heard(TheBot, "mine"));
        await sandbox.DoAsync("", "PATCH", "/sandbox/application", new JsonObject { ["flags"] = 0 });
        Assert.Equal(["mine", $"<@{Application}> look", ""], (await sandbox.MessagesAsync(TheBot)).Select(message => (string?)message!["content"]));
    }

    [Fact]
    public async Task A_message_event_carries_the_server_and_the_authors_membership()
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.ConnectAsync(TheBot);
        await sandbox.SayAsync("alice", $"<@{Bob}>");
        var data = await client.EventAsync("MESSAGE_CREATE");
        Assert.Equal(Guild, (string?)data["guild_id"]);
        Assert.False(data["member"]!.AsObject().ContainsKey("user"));
        Assert.NotNull(data["mentions"]![0]!["member"]);
    }

    [Fact]
    public async Task Shards_share_the_servers_between_them()
    {
        await using var sandbox = await StartAsync();
        var serving = (int)((ulong.Parse(Guild) >> 22) % 2);
        var client = await sandbox.DialAsync();
        var identity = GatewayClient.Identity("sandbox-bot", GatewayClient.EverythingOpen);
        identity["shard"] = new JsonArray(1 - serving, 2);
        await client.SendAsync(2, identity);
        Assert.Empty((await client.EventAsync("READY"))["guilds"]!.AsArray());
        identity = GatewayClient.Identity("sandbox-bot", GatewayClient.EverythingOpen);
        identity["shard"] = new JsonArray(serving, 2);
        var other = await sandbox.DialAsync();
        await other.SendAsync(2, identity);
        Assert.Equal([serving, 2], (await other.EventAsync("READY"))["shard"]!.AsArray().Select(number => (int)number!));
        await other.EventAsync("GUILD_CREATE");
    }

    [Fact]
    public async Task Channels_threads_servers_and_members_come_and_go_in_events()
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.ConnectAsync(TheBot);
        var channel = (await sandbox.DoAsync("", "POST", $"/sandbox/guilds/{Guild}/channels", new JsonObject { ["name"] = "new" })).Id;
        Assert.Equal(channel, (string?)(await client.EventAsync("CHANNEL_CREATE"))["id"]);
        await sandbox.DoAsync("", "PUT", $"/sandbox/channels/{channel}/overwrites/{Application}", new JsonObject { ["type"] = 1, ["deny"] = "1024" });
        await client.EventAsync("CHANNEL_DELETE");
        Assert.Equal(50001, (await sandbox.SendAsync(TheBot, "GET", $"/channels/{channel}")).Code);
        await sandbox.DoAsync("", "DELETE", $"/sandbox/channels/{channel}/overwrites/{Application}");
        await client.EventAsync("CHANNEL_CREATE");
        await sandbox.DoAsync("alice", "DELETE", $"/channels/{channel}");
        await client.EventAsync("CHANNEL_DELETE");

        await sandbox.DoAsync("", "POST", "/sandbox/members", new JsonObject { ["name"] = "erin", ["created_at"] = "2020-01-01T00:00:00Z" });
        Assert.Equal("erin", (string?)(await client.EventAsync("GUILD_MEMBER_ADD"))["user"]!["username"]);
        var other = (await sandbox.DoAsync("", "POST", "/sandbox/guilds", new JsonObject { ["name"] = "Elsewhere", ["members"] = new JsonArray("bob") })).Id;
        Assert.Equal("Elsewhere", (string?)(await client.EventAsync("GUILD_CREATE"))["name"]);
        await sandbox.DoAsync("", "POST", $"/sandbox/guilds/{other}/outage", new JsonObject { ["unavailable"] = true });
        Assert.True((bool)(await client.EventAsync("GUILD_DELETE"))["unavailable"]!);
        await sandbox.DoAsync("", "POST", $"/sandbox/guilds/{other}/outage", new JsonObject { ["unavailable"] = false });
        await client.EventAsync("GUILD_CREATE");
        await sandbox.DoAsync("", "DELETE", $"/sandbox/guilds/{other}/bot");
        Assert.False((await client.EventAsync("GUILD_DELETE")).AsObject().ContainsKey("unavailable"));
    }

    private static JsonObject Resume(GatewayClient client) => new() { ["token"] = "sandbox-bot", ["session_id"] = client.SessionId, ["seq"] = client.Sequence };
}
