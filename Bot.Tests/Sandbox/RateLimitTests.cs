using System.Net;
using System.Text.Json.Nodes;
using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class RateLimitTests
{
    private static readonly JsonObject Message = new() { ["content"] = "x" };

    [Fact]
    public async Task Five_messages_in_five_seconds_for_a_channel_as_the_headers_say()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        var remaining = new List<string>();
        for (var number = 0; number < 5; number++)
            remaining.Add((await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Message.DeepClone())).Headers["X-RateLimit-Remaining"]);
        Assert.Equal(["4", "3", "2", "1", "0"], remaining);

        time.Advance(TimeSpan.FromSeconds(1));
        var refused = await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Message.DeepClone());
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal((4.0, false), ((double)refused.Json!["retry_after"]!, (bool)refused.Json["global"]!));
        Assert.Equal(("4", "user", "5", "4.000"), (refused.Headers["Retry-After"], refused.Headers["X-RateLimit-Scope"],
            refused.Headers["X-RateLimit-Limit"], refused.Headers["X-RateLimit-Reset-After"]));
        var elsewhere = await sandbox.DoAsync(TheBot, "POST", $"/channels/{GeneralChannel}/messages", Message.DeepClone());
        Assert.Equal(refused.Headers["X-RateLimit-Bucket"], elsewhere.Headers["X-RateLimit-Bucket"]);
        time.Advance(TimeSpan.FromSeconds(4.1));
        await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Message.DeepClone());
    }

    [Fact]
    public async Task One_reaction_a_quarter_second()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        var path = $"/channels/{ArenaChannel}/messages/{message}/reactions/%F0%9F%87%A6/@me";
        await sandbox.DoAsync(TheBot, "PUT", path);
        var refused = await sandbox.SendAsync(TheBot, "PUT", path);
        Assert.Equal((HttpStatusCode.TooManyRequests, 0.25), (refused.Status, (double)refused.Json!["retry_after"]!));
        time.Advance(TimeSpan.FromMilliseconds(250));
        await sandbox.DoAsync(TheBot, "PUT", path);
    }

    [Fact]
    public async Task Fifty_requests_a_second_for_the_whole_bot_interactions_apart()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        string[] paths = ["/users/@me", "/applications/@me", "/users/@me/guilds", $"/guilds/{Guild}", $"/guilds/{Guild}/channels"];
        for (var number = 0; number < 50; number++)
            await sandbox.DoAsync(TheBot, "GET", paths[number / 10]);
        var refused = await sandbox.SendAsync(TheBot, "GET", $"/guilds/{Guild}/roles");
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (refused.Status, (bool)refused.Json!["global"]!));
        Assert.Equal(("global", "true"), (refused.Headers["X-RateLimit-Scope"], refused.Headers["X-RateLimit-Global"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync("", "GET", $"/webhooks/{Application}/none/messages/@original")).Status);
    }

    [Fact]
    public async Task Members_are_not_limited()
    {
        await using var sandbox = await StartAsync(new SandboxOptions { Time = new ManualTime() });
        for (var number = 0; number < 60; number++)
            await sandbox.SayAsync("bob", "x");
        for (var number = 0; number < 60; number++)
            await sandbox.DoAsync("", "GET", "/gateway");
        Assert.Equal(0, (int)(await sandbox.DoAsync("", "GET", "/sandbox/traffic")).Json!["total"]!);
    }
}
