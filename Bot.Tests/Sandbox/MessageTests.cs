using System.Net;
using System.Text.Json.Nodes;
using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class MessageTests
{
    [Fact]
    public async Task A_message_comes_back_as_Discord_shapes_it_and_carries_its_real_creation_time()
    {
        await using var sandbox = await StartAsync();
        var message = (await sandbox.SayAsync("alice", "  hello  ")).Json!;

        Assert.Equal("hello", (string?)message["content"]);
        Assert.Equal("alice", (string?)message["author"]!["username"]);
        Assert.Equal(0, (int)message["type"]!);
        var created = DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong.Parse((string)message["id"]!) >> 22) + 1420070400000);
        Assert.InRange(created, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.False(message.AsObject().ContainsKey("guild_id"));
    }

    [Fact]
    public async Task The_same_nonce_makes_one_message_when_that_was_asked_for()
    {
        await using var sandbox = await StartAsync();
        JsonObject Body(bool enforce) => new() { ["content"] = "once", ["nonce"] = "battle-7", ["enforce_nonce"] = enforce };

        var first = await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Body(true));
        var second = await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Body(true));
        var third = await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", Body(false));

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Id, third.Id);
        Assert.Equal("battle-7", (string?)first.Json!["nonce"]);
        Assert.Equal(2, (await sandbox.MessagesAsync("alice")).Count);
    }

    [Theory]
    [InlineData("""{"content": "{2001}"}""", "content", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"embeds": [{"title": "{257}"}]}""", "embeds.0.title", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"embeds": [{"description": "{4097}"}]}""", "embeds.0.description", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"embeds": [{"description": "{4000}"}, {"description": "{2001}"}]}""", "embeds", "MAX_EMBED_SIZE_EXCEEDED")]
    [InlineData("""{"embeds": [{"title": "x", "fields": [{"name": "n", "value": ""}]}]}""", "embeds.0.fields.0.value", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"embeds": [{"footer": {"text": "{2049}"}}]}""", "embeds.0.footer.text", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"embeds": [{}]}""", "embeds.0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content": "x", "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "x"}]}""", "components.0.type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x", "custom_id": "{101}"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "x"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content": "x", "components": [{"type": 1, "components": []}]}""", "components.0.components", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content": "x", "nonce": "{26}"}""", "nonce", "NONCE_TYPE_TOO_LONG")]
    [InlineData("""{"content": 5}""", "content", "BASE_TYPE_BAD_TYPE")]
    [InlineData("""{"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}""", "allowed_mentions.parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    public async Task A_message_beyond_a_limit_is_refused_with_the_field_named(string body, string path, string complaint)
    {
        await using var sandbox = await StartAsync();
        var filled = System.Text.RegularExpressions.Regex.Replace(body, @"\{(\d+)\}", match => new string('x', int.Parse(match.Groups[1].Value)));

        var answer = await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", JsonNode.Parse(filled));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(50035, answer.Code);
        Assert.Equal(complaint, answer.Complaint(path));
    }

    [Fact]
    public async Task An_empty_message_is_refused()
    {
        await using var sandbox = await StartAsync();
        Assert.Equal(50006, (await sandbox.SendAsync("bob", "POST", $"/channels/{ArenaChannel}/messages", new JsonObject { ["content"] = "   " })).Code);
    }

    [Fact]
    public async Task Everything_wrong_with_a_message_is_said_at_once()
    {
        await using var sandbox = await StartAsync();
        var answer = await sandbox.SendAsync("bob", "POST", $"/channels/{ArenaChannel}/messages",
            new JsonObject { ["content"] = new string('x', 2001), ["embeds"] = new JsonArray(new JsonObject { ["color"] = -1, ["title"] = "x" }) });

        Assert.Equal("BASE_TYPE_BAD_LENGTH", answer.Complaint("content"));
        Assert.Equal("NUMBER_TYPE_RANGE", answer.Complaint("embeds.0.color"));
    }

    [Fact]
    public async Task Lists_page_before_after_and_around_newest_first()
    {
        await using var sandbox = await StartAsync();
        var ids = new List<string>();
        for (var number = 0; number < 7; number++)
            ids.Add((await sandbox.SayAsync("alice", $"{number}")).Id);
        async Task<string> Contents(string query) =>
            string.Concat((await sandbox.MessagesAsync("bob", query: query)).Select(message => (string?)message!["content"]));

        Assert.Equal("6543210", await Contents(""));
        Assert.Equal("65", await Contents("?limit=2"));
        Assert.Equal("10", await Contents($"?before={ids[2]}"));
        Assert.Equal("43", await Contents($"?after={ids[2]}&limit=2"));
        Assert.Equal("432", await Contents($"?around={ids[3]}&limit=3"));
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.SendAsync("bob", "GET", $"/channels/{ArenaChannel}/messages?limit=101")).Status);
    }

    [Fact]
    public async Task Only_the_author_edits_and_only_moderators_delete_what_others_said()
    {
        await using var sandbox = await StartAsync();
        var message = (await sandbox.SayAsync("bob", "mine")).Id;
        var path = $"/channels/{ArenaChannel}/messages/{message}";

        Assert.Equal(50005, (await sandbox.SendAsync("alice", "PATCH", path, new JsonObject { ["content"] = "yours" })).Code);
        Assert.Equal(50013, (await sandbox.SendAsync("carol", "DELETE", path)).Code);
        var edited = await sandbox.DoAsync("bob", "PATCH", path, new JsonObject { ["content"] = "changed" });
        Assert.NotNull(edited.Json!["edited_timestamp"]);
        await sandbox.DoAsync("alice", "DELETE", path);
        Assert.Equal(10008, (await sandbox.SendAsync("bob", "GET", path)).Code);
    }

    [Fact]
    public async Task A_refused_edit_leaves_the_message_as_it_was()
    {
        await using var sandbox = await StartAsync();
        var message = (await sandbox.SayAsync("bob", "stays")).Id;
        var answer = await sandbox.SendAsync("bob", "PATCH", $"/channels/{ArenaChannel}/messages/{message}", new JsonObject { ["content"] = "" });

        Assert.Equal(50006, answer.Code);
        Assert.Equal("stays", (string?)(await sandbox.MessagesAsync("bob"))[0]!["content"]);
    }

    [Fact]
    public async Task Nobody_is_pinged_unless_allowed()
    {
        await using var sandbox = await StartAsync();
        async Task<JsonNode> Say(JsonObject? allowed)
        {
            var body = new JsonObject { ["content"] = $"<@{Bob}> @everyone <@&{Moderators}>" };
            if (allowed is not null)
                body["allowed_mentions"] = allowed;
            return (await sandbox.DoAsync("alice", "POST", $"/channels/{ArenaChannel}/messages", body)).Json!;
        }

        var open = await Say(null);
        Assert.Equal(Bob, (string?)open["mentions"]![0]!["id"]);
        Assert.Equal(Moderators, (string?)open["mention_roles"]![0]);
        Assert.True((bool)open["mention_everyone"]!);
        var closed = await Say(new JsonObject { ["parse"] = new JsonArray() });
        Assert.Empty(closed["mentions"]!.AsArray());
        Assert.Empty(closed["mention_roles"]!.AsArray());
        Assert.False((bool)closed["mention_everyone"]!);
    }

    [Fact]
    public async Task Bulk_deletion_takes_two_to_a_hundred_young_messages_and_Manage_Messages()
    {
        await using var sandbox = await StartAsync();
        var first = (await sandbox.SayAsync("bob", "1")).Id;
        var second = (await sandbox.SayAsync("bob", "2")).Id;
        var gateway = await sandbox.ConnectAsync(TheBot);
        const string path = $"/channels/{ArenaChannel}/messages/bulk-delete";
        JsonObject Body(params string[] ids) => new() { ["messages"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) };

        Assert.Equal(50013, (await sandbox.SendAsync("bob", "POST", path, Body(first, second))).Code);
        Assert.Equal(50016, (await sandbox.SendAsync("alice", "POST", path, Body(first))).Code);
        Assert.Equal(50034, (await sandbox.SendAsync("alice", "POST", path, Body(first, "563000000000000001"))).Code);
        await sandbox.DoAsync("alice", "POST", path, Body(first, second));
        var told = await gateway.EventAsync("MESSAGE_DELETE_BULK");
        Assert.Equal([first, second], told["ids"]!.AsArray().Select(id => (string?)id));
        Assert.Empty(await sandbox.MessagesAsync("bob"));
    }

    [Fact]
    public async Task Slow_mode_holds_members_back_and_not_moderators()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        await sandbox.DoAsync("alice", "PATCH", $"/channels/{ArenaChannel}", new JsonObject { ["rate_limit_per_user"] = 10 });
        await sandbox.SayAsync("bob", "one");

        Assert.Equal(20016, (await sandbox.SendAsync("bob", "POST", $"/channels/{ArenaChannel}/messages", new JsonObject { ["content"] = "two" })).Code);
        await sandbox.SayAsync("alice", "one");
        await sandbox.SayAsync("alice", "two");
        time.Advance(TimeSpan.FromSeconds(11));
        await sandbox.SayAsync("bob", "two");
    }

    [Fact]
    public async Task A_reply_names_the_message_it_answers()
    {
        await using var sandbox = await StartAsync();
        var asked = (await sandbox.SayAsync("bob", "why?")).Id;
        var reply = (await sandbox.DoAsync("carol", "POST", $"/channels/{ArenaChannel}/messages",
            new JsonObject { ["content"] = "because", ["message_reference"] = new JsonObject { ["message_id"] = asked } })).Json!;

        Assert.Equal(19, (int)reply["type"]!);
        Assert.Equal("why?", (string?)reply["referenced_message"]!["content"]);
        var lost = await sandbox.SendAsync("carol", "POST", $"/channels/{ArenaChannel}/messages",
            new JsonObject { ["content"] = "x", ["message_reference"] = new JsonObject { ["message_id"] = "5" } });
        Assert.Equal("REPLIES_UNKNOWN_MESSAGE", lost.Complaint("message_reference"));
    }
}
