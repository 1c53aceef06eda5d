using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task The_next_requests_that_match_are_answered_as_asked_and_members_never()
    {
        await using var sandbox = await StartAsync();
        await sandbox.FaultAsync(new JsonObject
        {
            ["kind"] = "http", ["status"] = 429, ["times"] = 2, ["method"] = "POST", ["route"] = "/channels/{channel_id}/messages", ["retry_after"] = 0.25, ["scope"] = "shared",
        });
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "http", ["status"] = 502, ["route"] = $"/channels/{GeneralChannel}" });

        await sandbox.SayAsync("bob", "unharmed");
        await sandbox.DoAsync(TheBot, "GET", $"/channels/{ArenaChannel}");
        for (var time = 0; time < 2; time++)
        {
            var limited = await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", new JsonObject { ["content"] = "x" });
            Assert.Equal((HttpStatusCode.TooManyRequests, 0.25, false), (limited.Status, (double)limited.Json!["retry_after"]!, (bool)limited.Json["global"]!));
            Assert.Equal(("1", "shared"), (limited.Headers["Retry-After"], limited.Headers["X-RateLimit-Scope"]));
        }
        await sandbox.SayAsync(TheBot, "through");
        var broken = await sandbox.SendAsync(TheBot, "GET", $"/channels/{GeneralChannel}");
        Assert.Equal(HttpStatusCode.BadGateway, broken.Status);
        Assert.StartsWith("<html>", broken.Text);
    }

    [Fact]
    public async Task Faults_are_listed_and_cleared()
    {
        await using var sandbox = await StartAsync();
        var fault = await sandbox.FaultAsync(new JsonObject { ["kind"] = "http", ["status"] = 500 });
        Assert.Single((await sandbox.DoAsync("", "GET", "/sandbox/faults")).Json!.AsArray());
        await sandbox.DoAsync("", "DELETE", $"/sandbox/faults/{fault.Json!["id"]}");
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "http", ["status"] = 500 });
        await sandbox.DoAsync("", "DELETE", "/sandbox/faults");
        await sandbox.DoAsync(TheBot, "GET", "/users/@me");
        Assert.Equal("BASE_TYPE_CHOICES", (await sandbox.SendAsync("", "POST", "/sandbox/faults", new JsonObject { ["kind"] = "unheard of" })).Complaint("kind"));
    }

    [Fact]
    public async Task A_lost_response_means_the_work_was_done()
    {
        await using var sandbox = await StartAsync();
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "lose_response", ["method"] = "POST" });
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.SayAsync(TheBot, "posted"));
        Assert.Equal("posted", (string?)Assert.Single(await sandbox.MessagesAsync("bob"))!["content"]);
    }

    [Fact]
    public async Task The_gateway_drops_reconnects_and_invalidates_on_demand()
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.ConnectAsync(TheBot);
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "gateway_drop", ["code"] = 4000 });
        Assert.Equal(4000, await client.ClosedAsync());

        client = await sandbox.ConnectAsync(TheBot);
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "gateway_drop" });
        await Assert.ThrowsAsync<WebSocketException>(client.ClosedAsync);

        client = await sandbox.ConnectAsync(TheBot);
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "gateway_reconnect" });
        await client.OpcodeAsync(7);

        client = await sandbox.ConnectAsync(TheBot);
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "gateway_invalidate", ["resumable"] = false });
        Assert.False((bool)(await client.OpcodeAsync(9))["d"]!);
        await client.SendAsync(2, GatewayClient.Identity("sandbox-bot", 1));
        await client.EventAsync("READY");

        await sandbox.FaultAsync(new JsonObject { ["kind"] = "gateway_refuse" });
        await Assert.ThrowsAsync<WebSocketException>(() => sandbox.DialAsync());
        await sandbox.DialAsync();
    }

    [Fact]
    public async Task A_stalled_connection_hears_nothing_and_its_events_wait_for_the_resume()
    {
        await using var sandbox = await StartAsync();
        var stalled = await sandbox.ConnectAsync(TheBot);
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "gateway_stall" });
        await sandbox.SayAsync("bob", "unheard");
        var sequence = stalled.Sequence;
        stalled.Cut();

        var resumed = await sandbox.DialAsync();
        await resumed.SendAsync(6, new JsonObject { ["token"] = "sandbox-bot", ["session_id"] = stalled.SessionId, ["seq"] = sequence });
        Assert.Equal("unheard", (string?)(await resumed.EventAsync("MESSAGE_CREATE"))["content"]);
    }

    [Fact]
    public async Task Clients_can_be_told_another_heartbeat_and_an_exhausted_start_limit()
    {
        await using var sandbox = await StartAsync();
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "heartbeat_interval", ["milliseconds"] = 500 });
        Assert.Equal(500, (int)(await (await sandbox.DialAsync()).OpcodeAsync(10))["d"]!["heartbeat_interval"]!);
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "session_start_limit", ["remaining"] = 0, ["reset_after"] = 1000 });
        var limit = (await sandbox.DoAsync(TheBot, "GET", "/gateway/bot")).Json!["session_start_limit"]!;
        Assert.Equal((0, 1000), ((int)limit["remaining"]!, (int)limit["reset_after"]!));
    }
}
