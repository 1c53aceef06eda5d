using System.Net;
using System.Text.Json.Nodes;
using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class ReactionTests
{
    [Fact]
    public async Task A_reaction_is_told_with_the_fields_that_Discord_documents()
    {
        await using var sandbox = await StartAsync();
        var gateway = await sandbox.ConnectAsync(TheBot);
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        await sandbox.ReactAsync("bob", message, "🇦");

        var added = (JsonObject)await gateway.EventAsync("MESSAGE_REACTION_ADD");
        Assert.Equal(
            ["burst", "channel_id", "emoji", "guild_id", "member", "message_author_id", "message_id", "type", "user_id"],
            added.Select(field => field.Key).Order());
        Assert.Equal(Bob, (string?)added["member"]!["user"]!["id"]);
        Assert.Equal(Alice, (string?)added["message_author_id"]);
        Assert.Equal(("🇦", null), ((string?)added["emoji"]!["name"], (string?)added["emoji"]!["id"]));

        await sandbox.DoAsync("bob", "DELETE", $"/channels/{ArenaChannel}/messages/{message}/reactions/{Uri.EscapeDataString("🇦")}/@me");
        var removed = (JsonObject)await gateway.EventAsync("MESSAGE_REACTION_REMOVE");
        Assert.Equal(["burst", "channel_id", "emoji", "guild_id", "message_id", "type", "user_id"], removed.Select(field => field.Key).Order());
        Assert.False((await sandbox.MessagesAsync("bob"))[0]!.AsObject().ContainsKey("reactions"));
    }

    [Fact]
    public async Task The_same_reaction_twice_is_told_once()
    {
        await using var sandbox = await StartAsync();
        var gateway = await sandbox.ConnectAsync(TheBot);
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        await sandbox.ReactAsync("bob", message, "🇦");
        await sandbox.ReactAsync("bob", message, "🇦");

        Assert.Single(await gateway.UntilAsync(sandbox), "MESSAGE_REACTION_ADD");
    }

    [Fact]
    public async Task Reactions_are_listed_by_user_id_in_pages_normal_and_burst_apart()
    {
        await using var sandbox = await StartAsync();
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        var path = $"/channels/{ArenaChannel}/messages/{message}/reactions/{Uri.EscapeDataString("🇧")}";
        for (var number = 0; number < 103; number++)
        {
            await sandbox.DoAsync("", "POST", "/sandbox/members", new JsonObject { ["name"] = $"voter{number}" });
            await sandbox.ReactAsync($"voter{number}", message, "🇧");
        }
        await sandbox.DoAsync("bob", "PUT", $"{path}/@me?type=1");

        var first = (await sandbox.DoAsync(TheBot, "GET", $"{path}?limit=100")).Json!.AsArray();
        var second = (await sandbox.DoAsync(TheBot, "GET", $"{path}?limit=100&after={first[99]!["id"]}")).Json!.AsArray();
        Assert.Equal((100, 3), (first.Count, second.Count));
        var ids = first.Concat(second).Select(user => ulong.Parse((string)user!["id"]!)).ToList();
        Assert.Equal(ids.Order(), ids);
        var burst = (await sandbox.DoAsync(TheBot, "GET", $"{path}?type=1")).Json!.AsArray();
        Assert.Equal(Bob, (string?)Assert.Single(burst)!["id"]);
        var shown = (await sandbox.MessagesAsync("alice"))[0]!["reactions"]![0]!;
        Assert.Equal((104, 103, 1), ((int)shown["count"]!, (int)shown["count_details"]!["normal"]!, (int)shown["count_details"]!["burst"]!));
    }

    [Fact]
    public async Task A_message_holds_twenty_kinds_of_reaction()
    {
        await using var sandbox = await StartAsync();
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        for (var letter = 0; letter < 20; letter++)
            await sandbox.ReactAsync("bob", message, char.ConvertFromUtf32(0x1F1E6 + letter));

        var answer = await sandbox.SendAsync("bob", "PUT", $"/channels/{ArenaChannel}/messages/{message}/reactions/{Uri.EscapeDataString("🤝")}/@me");
        Assert.Equal(30010, answer.Code);
        await sandbox.ReactAsync("carol", message, "🇦");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("custom:123456789012345678")]
    [InlineData("ab🇦")]
    public async Task What_is_no_emoji_is_unknown(string emoji)
    {
        await using var sandbox = await StartAsync();
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        var answer = await sandbox.SendAsync("bob", "PUT", $"/channels/{ArenaChannel}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me");

        Assert.Equal((HttpStatusCode.BadRequest, 10014), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_new_kind_needs_Add_Reactions_and_one_that_stands_does_not()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        await sandbox.ReactAsync("alice", message, "🇦");
        await sandbox.DoAsync("", "PUT", $"/sandbox/channels/{ArenaChannel}/overwrites/{Application}", new JsonObject { ["type"] = 1, ["deny"] = $"{1 << 6}" });

        Assert.Equal(50013, (await sandbox.SendAsync(TheBot, "PUT", $"/channels/{ArenaChannel}/messages/{message}/reactions/%F0%9F%87%A7/@me")).Code);
        time.Advance(TimeSpan.FromSeconds(1));
        await sandbox.ReactAsync(TheBot, message, "🇦");
    }

    [Fact]
    public async Task Moderators_clear_all_or_one_kind_or_one_member()
    {
        await using var sandbox = await StartAsync();
        var gateway = await sandbox.ConnectAsync(TheBot);
        var message = (await sandbox.SayAsync("alice", "vote")).Id;
        var path = $"/channels/{ArenaChannel}/messages/{message}/reactions";
        foreach (var emoji in new[] { "🇦", "🇧", "👎" })
            await sandbox.ReactAsync("bob", message, emoji);

        Assert.Equal(50013, (await sandbox.SendAsync("carol", "DELETE", path)).Code);
        await sandbox.DoAsync("alice", "DELETE", $"{path}/{Uri.EscapeDataString("🇦")}/{Bob}");
        Assert.Equal(Bob, (string?)(await gateway.EventAsync("MESSAGE_REACTION_REMOVE"))["user_id"]);
        await sandbox.DoAsync("alice", "DELETE", $"{path}/{Uri.EscapeDataString("🇧")}");
        Assert.Equal("🇧", (string?)(await gateway.EventAsync("MESSAGE_REACTION_REMOVE_EMOJI"))["emoji"]!["name"]);
        await sandbox.DoAsync("alice", "DELETE", path);
        var cleared = (JsonObject)await gateway.EventAsync("MESSAGE_REACTION_REMOVE_ALL");
        Assert.Equal(["channel_id", "guild_id", "message_id"], cleared.Select(field => field.Key).Order());
    }
}
