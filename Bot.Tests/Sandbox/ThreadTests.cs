using System.Text.Json.Nodes;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class ThreadTests
{
    [Fact]
    public async Task A_thread_from_a_message_shares_its_id_and_shows_on_it()
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.ConnectAsync(TheBot);
        var message = (await sandbox.SayAsync("bob", "topic")).Id;
        var path = $"/channels/{ArenaChannel}/messages/{message}/threads";
        var thread = (await sandbox.DoAsync(TheBot, "POST", path, new JsonObject { ["name"] = "Further", ["auto_archive_duration"] = 1440 })).Json!;

        Assert.Equal((message, 11, ArenaChannel), ((string?)thread["id"], (int)thread["type"]!, (string?)thread["parent_id"]));
        Assert.True((bool)(await client.EventAsync("THREAD_CREATE"))["newly_created"]!);
        var shown = await client.EventAsync("MESSAGE_UPDATE");
        Assert.Equal((32, message), ((int)shown["flags"]!, (string?)shown["thread"]!["id"]));
        Assert.Equal(160004, (await sandbox.SendAsync("alice", "POST", path, new JsonObject { ["name"] = "Again" })).Code);
        await sandbox.SayAsync("bob", "inside", message);
        Assert.Equal(1, (int)(await sandbox.DoAsync("bob", "GET", $"/channels/{message}")).Json!["message_count"]!);
        Assert.Single((await sandbox.DoAsync("bob", "GET", $"/guilds/{Guild}/threads/active")).Json!["threads"]!.AsArray());
    }

    [Fact]
    public async Task An_archived_thread_opens_with_the_next_message_and_a_locked_one_does_not()
    {
        await using var sandbox = await StartAsync();
        var thread = (await sandbox.DoAsync("bob", "POST", $"/channels/{ArenaChannel}/threads", new JsonObject { ["name"] = "Aside", ["type"] = 11 })).Id;
        await sandbox.DoAsync("bob", "PATCH", $"/channels/{thread}", new JsonObject { ["archived"] = true });
        await sandbox.SayAsync("carol", "again", thread);
        Assert.False((bool)(await sandbox.DoAsync("bob", "GET", $"/channels/{thread}")).Json!["thread_metadata"]!["archived"]!);
        await sandbox.DoAsync("alice", "PATCH", $"/channels/{thread}", new JsonObject { ["archived"] = true, ["locked"] = true });
        Assert.Equal(50083, (await sandbox.SendAsync("carol", "POST", $"/channels/{thread}/messages", new JsonObject { ["content"] = "x" })).Code);
    }

    [Fact]
    public async Task A_private_thread_is_seen_by_those_in_it()
    {
        await using var sandbox = await StartAsync();
        var thread = (await sandbox.DoAsync("bob", "POST", $"/channels/{ArenaChannel}/threads", new JsonObject { ["name"] = "Quiet", ["type"] = 12 })).Id;
        Assert.Equal(50001, (await sandbox.SendAsync("carol", "GET", $"/channels/{thread}")).Code);
        var carol = await sandbox.ConnectAsync("carol");
        await sandbox.DoAsync("bob", "PUT", $"/channels/{thread}/thread-members/563000000000000003");
        var joined = (await carol.EventAsync("THREAD_MEMBERS_UPDATE"))["added_members"]![0]!;
        Assert.Equal("carol", (string?)joined["member"]!["user"]!["username"]);
        await sandbox.SayAsync("carol", "here", thread);
    }

    [Fact]
    public async Task A_forum_post_begins_with_its_message()
    {
        await using var sandbox = await StartAsync();
        var forum = (await sandbox.DoAsync("", "POST", $"/sandbox/guilds/{Guild}/channels", new JsonObject { ["name"] = "forum", ["type"] = 15 })).Id;
        var post = (await sandbox.DoAsync("bob", "POST", $"/channels/{forum}/threads",
            new JsonObject { ["name"] = "Question", ["message"] = new JsonObject { ["content"] = "why?" } })).Json!;
        Assert.Equal((string?)post["id"], (string?)post["message"]!["id"]);
        Assert.Equal(50008, (await sandbox.SendAsync("bob", "POST", $"/channels/{forum}/messages", new JsonObject { ["content"] = "x" })).Code);
    }

    [Fact]
    public async Task Deleting_a_channel_deletes_its_threads()
    {
        await using var sandbox = await StartAsync();
        var client = await sandbox.ConnectAsync(TheBot);
        var thread = (await sandbox.DoAsync("bob", "POST", $"/channels/{GeneralChannel}/threads", new JsonObject { ["name"] = "Aside", ["type"] = 11 })).Id;
        await sandbox.DoAsync("alice", "DELETE", $"/channels/{GeneralChannel}");
        Assert.Equal(thread, (string?)(await client.EventAsync("THREAD_DELETE"))["id"]);
        Assert.Equal(GeneralChannel, (string?)(await client.EventAsync("CHANNEL_DELETE"))["id"]);
        Assert.Equal(10003, (await sandbox.SendAsync("bob", "GET", $"/channels/{thread}")).Code);
    }
}
