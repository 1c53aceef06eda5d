using System.Text;
using System.Text.Json.Nodes;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

/// <summary>Visits every endpoint that the bot may call, in success and in refusal, so that the traffic holds each kind of answer.</summary>
internal sealed class GrandTour(SandboxDriver sandbox, ManualTime time)
{
    private const string Commands = $"/applications/{Application}/commands";

    public async Task GoAsync()
    {
        await LookAroundAsync();
        await RegisterAsync();
        var message = await TalkAsync();
        await ReactAsync(message);
        await OpenThreadsAsync(message);
        await AnswerAsync();
        await ManageAsync();
        await GoWrongAsync();
    }

    private async Task<Answer> BotAsync(string method, string path, string? body = null)
    {
        time.Advance(TimeSpan.FromSeconds(6)); // beyond every window
        return await sandbox.SendAsync(TheBot, method, path, body is null ? null : JsonNode.Parse(body));
    }

    private async Task LookAroundAsync()
    {
        foreach (var path in new[]
        {
            "/gateway", "/gateway/bot", "/users/@me", $"/users/{Bob}", "/users/@me/guilds", "/applications/@me", "/oauth2/applications/@me", $"/guilds/{Guild}?with_counts=true",
            $"/guilds/{Guild}/channels", $"/guilds/{Guild}/members?limit=10", $"/guilds/{Guild}/members/search?query=b", $"/guilds/{Guild}/members/{Bob}", $"/guilds/{Guild}/roles",
            $"/guilds/{Guild}/threads/active", $"/channels/{ArenaChannel}", $"/channels/{ArenaChannel}/messages",
        })
            Assert.Equal(200, (int)(await BotAsync("GET", path)).Status);
    }

    private async Task RegisterAsync()
    {
        foreach (var place in new[] { Commands, $"/applications/{Application}/guilds/{Guild}/commands" })
        {
            var created = await BotAsync("POST", place, """
                {"name": "battle", "description": "Start", "contexts": [0], "integration_types": [0], "default_member_permissions": "32", "options": [
                    {"type": 3, "name": "prompt", "description": "x", "max_length": 100, "min_length": 1, "required": true, "autocomplete": true},
                    {"type": 3, "name": "category", "description": "x", "choices": [{"name": "Coding", "value": "coding"}]},
                    {"type": 4, "name": "count", "description": "x", "min_value": 1, "max_value": 3}, {"type": 5, "name": "flag", "description": "x"},
                    {"type": 6, "name": "who", "description": "x"}, {"type": 7, "name": "where", "description": "x", "channel_types": [0]},
                    {"type": 10, "name": "share", "description": "x", "min_value": 0.5}, {"type": 11, "name": "image", "description": "x"}]}
                """);
            await BotAsync("POST", place, """{"name": "battle", "description": "Start"}""");
            await BotAsync("GET", place);
            await BotAsync("GET", $"{place}/{created.Id}");
            await BotAsync("PATCH", $"{place}/{created.Id}", """{"description": "Begin"}""");
            await BotAsync("PUT", place, """
                [{"name": "model", "description": "x", "options": [{"type": 1, "name": "add", "description": "x", "options": [{"type": 3, "name": "tag", "description": "x"}]},
                    {"type": 2, "name": "node", "description": "x", "options": [{"type": 1, "name": "add", "description": "x"}]}]}, {"name": "Battle this", "type": 3}]
                """);
            var listed = (await BotAsync("GET", place)).Json![0]!["id"];
            await BotAsync("DELETE", $"{place}/{listed}");
        }
    }

    private async Task<string> TalkAsync()
    {
        var message = (await BotAsync("POST", $"/channels/{ArenaChannel}/messages", """
            {"content": "hello <@563000000000000002>", "nonce": "1", "enforce_nonce": true, "allowed_mentions": {"parse": []}, "embeds": [
                {"title": "A", "description": "x", "color": 5793266, "url": "https://example.org", "timestamp": "2026-01-01T00:00:00Z", "footer": {"text": "f"}, "author": {"name": "a"},
                 "fields": [{"name": "n", "value": "v", "inline": true}], "image": {"url": "https://example.org/a.png"}, "thumbnail": {"url": "https://example.org/b.png"}}],
             "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Reveal", "custom_id": "reveal", "emoji": {"name": "🎲"}}, {"type": 2, "style": 5, "label": "Link", "url": "https://example.org"}]},
                {"type": 1, "components": [{"type": 3, "custom_id": "pick", "options": [{"label": "One", "value": "1", "description": "x", "default": true}], "placeholder": "p"}]}]}
            """)).Id;
        await BotAsync("PATCH", $"/channels/{ArenaChannel}/messages/{message}", """{"content": "changed"}""");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"embeds": [{"title": "Board", "image": {"url": "attachment://b.png"}}], "attachments": [{"id": "0", "filename": "b.png", "description": "Board"}, {"id": "1"}]}""", Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent([1]), "files[0]", "b.png" },
            { new ByteArrayContent([2]), "files[1]", "a.md" },
        };
        await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", form);
        await BotAsync("POST", $"/channels/{ArenaChannel}/messages", """
            {"flags": 32768, "components": [{"type": 17, "accent_color": 1, "components": [{"type": 10, "content": "text"}, {"type": 14},
                {"type": 9, "components": [{"type": 10, "content": "side"}], "accessory": {"type": 11, "media": {"url": "https://example.org/a.png"}}},
                {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}}]}]}]}
            """);
        var reply = await BotAsync("POST", $"/channels/{ArenaChannel}/messages", $$$"""{"content": "reply", "message_reference": {"message_id": "{{{message}}}"}}""");
        await BotAsync("GET", $"/channels/{ArenaChannel}/messages/{reply.Id}");
        await BotAsync("GET", $"/channels/{ArenaChannel}/messages?limit=3");
        await BotAsync("POST", $"/channels/{ArenaChannel}/typing");
        await BotAsync("DELETE", $"/channels/{ArenaChannel}/messages/{reply.Id}");
        return message;
    }

    private async Task ReactAsync(string message)
    {
        var path = $"/channels/{ArenaChannel}/messages/{message}/reactions/%F0%9F%87%A6";
        await BotAsync("PUT", $"{path}/@me");
        await sandbox.ReactAsync("bob", message, "🇦");
        await BotAsync("GET", $"{path}?limit=100&type=0");
        await BotAsync("GET", $"/channels/{ArenaChannel}/messages/{message}");
        await BotAsync("DELETE", $"{path}/@me");
        await BotAsync("DELETE", $"{path}/{Bob}");
        await sandbox.DoAsync("", "POST", $"/sandbox/guilds/{Guild}/roles", new JsonObject { ["name"] = "All", ["permissions"] = "8", ["members"] = new JsonArray(Application) });
        await BotAsync("DELETE", $"{path}/{Bob}");
        await BotAsync("DELETE", path);
        await BotAsync("DELETE", $"/channels/{ArenaChannel}/messages/{message}/reactions");
    }

    private async Task OpenThreadsAsync(string message)
    {
        var thread = (await BotAsync("POST", $"/channels/{ArenaChannel}/messages/{message}/threads", """{"name": "Further", "auto_archive_duration": 60}""")).Id;
        await BotAsync("POST", $"/channels/{thread}/messages", """{"content": "inside"}""");
        await BotAsync("GET", $"/channels/{thread}/messages");
        await BotAsync("GET", $"/channels/{thread}/thread-members");
        await BotAsync("PUT", $"/channels/{thread}/thread-members/{Bob}");
        await BotAsync("DELETE", $"/channels/{thread}/thread-members/{Bob}");
        await BotAsync("DELETE", $"/channels/{thread}/thread-members/@me");
        await BotAsync("PUT", $"/channels/{thread}/thread-members/@me");
        await BotAsync("PATCH", $"/channels/{thread}", """{"archived": true}""");
        await BotAsync("GET", $"/channels/{ArenaChannel}/threads/archived/public");
        await BotAsync("POST", $"/channels/{ArenaChannel}/threads", """{"name": "Aside", "type": 11}""");
        await BotAsync("GET", $"/guilds/{Guild}/threads/active");
        await BotAsync("DELETE", $"/channels/{thread}");
    }

    private async Task AnswerAsync()
    {
        var gateway = await sandbox.ConnectAsync(TheBot);
        var command = (await BotAsync("POST", Commands, """{"name": "ask", "description": "x", "options": [{"type": 3, "name": "tag", "description": "x", "autocomplete": true}]}""")).Json!;
        async Task<JsonNode> Told(JsonObject interaction)
        {
            Assert.Equal(204, (int)(await sandbox.InteractAsync("alice", interaction)).Status);
            return await gateway.EventAsync("INTERACTION_CREATE");
        }

        var first = await Told(Invoke(command));
        var webhook = $"/webhooks/{Application}/{first["token"]}";
        await sandbox.CallbackAsync(first, 5, new JsonObject { ["flags"] = 64 }, "?with_response=true");
        await BotAsync("PATCH", $"{webhook}/messages/@original", """{"content": "done", "components": [{"type": 1, "components": [{"type": 2, "style": 2, "label": "More", "custom_id": "more"}]}]}""");
        var original = (await BotAsync("GET", $"{webhook}/messages/@original")).Id;
        var followUp = (await BotAsync("POST", webhook, """{"content": "more"}""")).Id;
        await BotAsync("GET", $"{webhook}/messages/{followUp}");
        await BotAsync("PATCH", $"{webhook}/messages/{followUp}", """{"content": "most"}""");
        await BotAsync("DELETE", $"{webhook}/messages/{followUp}");

        await sandbox.CallbackAsync(await Told(Press(original, "more")), 6, null, "?with_response=true");
        await sandbox.CallbackAsync(await Told(Press(original, "more")), 7, new JsonObject { ["content"] = "updated" }, "?with_response=true");
        var modal = await Told(Press(original, "more"));
        await sandbox.CallbackAsync(modal, 9, (JsonObject)JsonNode.Parse("""
            {"custom_id": "form", "title": "Form", "components": [{"type": 18, "label": "Words", "component": {"type": 4, "custom_id": "words", "style": 1}}]}
            """)!, "?with_response=true");
        var submitted = await Told(new JsonObject
        {
            ["type"] = 5, ["application_id"] = Application, ["guild_id"] = Guild, ["channel_id"] = ArenaChannel, ["session_id"] = "test",
            ["data"] = new JsonObject { ["id"] = modal["id"]!.DeepClone(), ["custom_id"] = "form", ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = 18, ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "words", ["value"] = "w" },
            }) },
        });
        await sandbox.CallbackAsync(submitted, 4, new JsonObject { ["content"] = "thanks" }, "?with_response=true");
        await sandbox.CallbackAsync(submitted, 4, new JsonObject { ["content"] = "twice" });
        var typing = await Told(Invoke(command, [new JsonObject { ["type"] = 3, ["name"] = "tag", ["value"] = "q", ["focused"] = true }], type: 4));
        await sandbox.CallbackAsync(typing, 8, new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = "q" }) });
        await BotAsync("GET", $"/channels/{ArenaChannel}/messages?limit=10");
        await BotAsync("DELETE", $"{webhook}/messages/@original");
    }

    private async Task ManageAsync()
    {
        var channel = (await BotAsync("POST", $"/guilds/{Guild}/channels", """{"name": "new", "topic": "t"}""")).Id;
        await BotAsync("PATCH", $"/channels/{channel}", """{"name": "newer"}""");
        await BotAsync("PUT", $"/channels/{channel}/permissions/{Bob}", """{"type": 1, "allow": 0, "deny": 2048}""");
        await BotAsync("DELETE", $"/channels/{channel}/permissions/{Bob}");
        var one = (await BotAsync("POST", $"/channels/{channel}/messages", """{"content": "1"}""")).Id;
        var two = (await BotAsync("POST", $"/channels/{channel}/messages", """{"content": "2"}""")).Id;
        await BotAsync("POST", $"/channels/{channel}/messages/bulk-delete", $$"""{"messages": ["{{one}}", "{{two}}"]}""");
        await BotAsync("DELETE", $"/channels/{channel}");
        var role = (await BotAsync("POST", $"/guilds/{Guild}/roles", """{"name": "r", "permissions": 0}""")).Id;
        await BotAsync("PUT", $"/guilds/{Guild}/members/{Bob}/roles/{role}");
        await BotAsync("DELETE", $"/guilds/{Guild}/members/{Bob}/roles/{role}");
        await BotAsync("DELETE", $"/guilds/{Guild}/roles/{role}");
        await BotAsync("DELETE", $"/guilds/{Guild}/members/{Bob}");
    }

    private async Task GoWrongAsync()
    {
        await BotAsync("GET", "/channels/5");
        await BotAsync("GET", "/channels/abc");
        await BotAsync("POST", $"/channels/{ArenaChannel}/messages", """{"content": ""}""");
        await BotAsync("POST", $"/channels/{ArenaChannel}/messages", """{"embeds": [{"fields": [{"name": ""}]}]}""");
        await BotAsync("POST", Commands, """{"name": "No Good"}""");
        await sandbox.FaultAsync(new JsonObject { ["kind"] = "http", ["status"] = 429, ["scope"] = "global" });
        await BotAsync("GET", "/users/@me");
        for (var number = 0; number < 6; number++)
            await sandbox.SendAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", new JsonObject { ["content"] = "fast" });
        await BotAsync("DELETE", $"/users/@me/guilds/{Guild}");
    }
}
