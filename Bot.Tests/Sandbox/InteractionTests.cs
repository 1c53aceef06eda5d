using System.Net;
using System.Text.Json.Nodes;
using Sandbox;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class InteractionTests
{
    private static readonly JsonObject Ask = (JsonObject)JsonNode.Parse("""
        {"name": "ask", "description": "x", "options": [
            {"type": 3, "name": "prompt", "description": "x", "required": true, "max_length": 10, "autocomplete": true},
            {"type": 3, "name": "category", "description": "x", "choices": [{"name": "Coding", "value": "coding"}, {"name": "Math", "value": "math"}]},
            {"type": 4, "name": "count", "description": "x", "min_value": 1, "max_value": 5},
            {"type": 6, "name": "who", "description": "x"}]}
        """)!;

    private static JsonObject Option(string name, JsonNode value, int type = 3) => new() { ["type"] = type, ["name"] = name, ["value"] = value };

    [Fact]
    public async Task The_bot_is_told_of_a_command_with_the_fields_that_Discord_documents()
    {
        await using var sandbox = await StartAsync();
        var bot = await sandbox.ConnectAsync(TheBot, intents: 0);
        var ask = await sandbox.RegisterAsync((JsonObject)Ask.DeepClone());
        var answer = await sandbox.InteractAsync("bob", Invoke(ask, [Option("prompt", "why?"), Option("who", Alice, 6)]));
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);

        var told = (JsonObject)await bot.EventAsync("INTERACTION_CREATE");
        Assert.Equal(
            ["app_permissions", "application_id", "attachment_size_limit", "authorizing_integration_owners", "channel", "channel_id", "context", "data", "entitlements",
                "guild", "guild_id", "guild_locale", "id", "locale", "member", "token", "type", "version"],
            told.Select(field => field.Key).Order());
        Assert.Equal(2, (int)told["type"]!);
        Assert.Equal("why?", (string?)told["data"]!["options"]![0]!["value"]);
        Assert.Equal("alice", (string?)told["data"]!["resolved"]!["users"]![Alice]!["username"]);
        Assert.NotNull(told["data"]!["resolved"]!["members"]![Alice]!["permissions"]);
        Assert.Equal(Guild, (string?)told["authorizing_integration_owners"]!["0"]);
        Assert.Equal(0UL, ulong.Parse((string)told["member"]!["permissions"]!) & 32);
        Assert.NotEqual(0UL, ulong.Parse((string)told["app_permissions"]!) & 64);
    }

    [Theory]
    [InlineData("[]", "data.options.prompt")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "far too long"}]""", "data.options.0.value")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": 5}]""", "data.options.0.value")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "x"}, {"type": 3, "name": "category", "value": "biology"}]""", "data.options.1.value")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "x"}, {"type": 4, "name": "count", "value": 9}]""", "data.options.1.value")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "x"}, {"type": 4, "name": "count", "value": "2"}]""", "data.options.1.value")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "x"}, {"type": 6, "name": "who", "value": "1"}]""", "data.options.1.value")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "x"}, {"type": 3, "name": "stranger", "value": "x"}]""", "data.options.1.name")]
    [InlineData("""[{"type": 3, "name": "prompt", "value": "x"}, {"type": 3, "name": "prompt", "value": "y"}]""", "data.options.1.name")]
    public async Task Options_that_do_not_fit_the_command_never_reach_the_bot(string options, string path)
    {
        await using var sandbox = await StartAsync();
        var ask = await sandbox.RegisterAsync((JsonObject)Ask.DeepClone());
        var answer = await sandbox.InteractAsync("bob", Invoke(ask, (JsonArray)JsonNode.Parse(options)!));

        Assert.Equal((HttpStatusCode.BadRequest, 50035), (answer.Status, answer.Code));
        Assert.NotNull(answer.Complaint(path));
    }

    [Fact]
    public async Task An_outdated_version_an_unknown_command_and_a_bot_are_refused()
    {
        await using var sandbox = await StartAsync();
        var ask = await sandbox.RegisterAsync(new JsonObject { ["name"] = "ask", ["description"] = "x" });
        var outdated = Invoke(ask);
        outdated["data"]!["version"] = "5";
        Assert.Equal("INTERACTION_APPLICATION_COMMAND_INVALID_VERSION", (await sandbox.InteractAsync("bob", outdated)).Complaint("data.version"));
        var unknown = Invoke(ask);
        unknown["data"]!["id"] = "5";
        Assert.Equal(10063, (await sandbox.InteractAsync("bob", unknown)).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await sandbox.InteractAsync(TheBot, Invoke(ask))).Status);
    }

    [Fact]
    public async Task A_deferred_reply_loads_until_it_is_edited()
    {
        await using var sandbox = await StartAsync();
        var (bot, bob) = (await sandbox.ConnectAsync(TheBot), await sandbox.ConnectAsync("bob"));
        var interaction = await CommandAsync(sandbox, bot, "bob");
        Assert.Equal("n1", (string?)(await bob.EventAsync("INTERACTION_CREATE"))["nonce"]);

        await sandbox.CallbackAsync(interaction, 5);
        var loading = await bob.EventAsync("MESSAGE_CREATE");
        Assert.Equal((128, 20), ((int)loading["flags"]!, (int)loading["type"]!));
        Assert.Equal("bob", (string?)loading["interaction_metadata"]!["user"]!["username"]);
        Assert.Equal("n1", (string?)(await bob.EventAsync("INTERACTION_SUCCESS"))["nonce"]);

        var edited = await sandbox.DoAsync("", "PATCH", $"{Webhook(interaction)}/messages/@original", new JsonObject { ["content"] = "done" });
        var updated = await bob.EventAsync("MESSAGE_UPDATE");
        Assert.Equal(((string?)loading["id"], "done", 0), ((string?)updated["id"], (string?)updated["content"], (int)updated["flags"]!));
        Assert.Equal(edited.Id, (string?)loading["id"]);
        Assert.Equal("done", (string?)(await sandbox.DoAsync("", "GET", $"{Webhook(interaction)}/messages/@original")).Json!["content"]);
    }

    [Fact]
    public async Task The_first_follow_up_to_a_deferral_takes_its_place_and_the_next_does_not()
    {
        await using var sandbox = await StartAsync();
        var bot = await sandbox.ConnectAsync(TheBot);
        var interaction = await CommandAsync(sandbox, bot, "bob");
        await sandbox.CallbackAsync(interaction, 5);
        await sandbox.DoAsync("", "POST", Webhook(interaction), new JsonObject { ["content"] = "first" });
        var second = await sandbox.DoAsync("", "POST", Webhook(interaction), new JsonObject { ["content"] = "second" });

        Assert.Equal(["second", "first"], (await sandbox.MessagesAsync("bob")).Select(message => (string?)message!["content"]));
        await sandbox.DoAsync("", "DELETE", $"{Webhook(interaction)}/messages/{second.Id}");
        await sandbox.DoAsync("", "DELETE", $"{Webhook(interaction)}/messages/@original");
        Assert.Empty(await sandbox.MessagesAsync("bob"));
    }

    [Fact]
    public async Task An_interaction_is_answered_once_within_three_seconds()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        var (bot, bob) = (await sandbox.ConnectAsync(TheBot), await sandbox.ConnectAsync("bob"));
        var prompt = await CommandAsync(sandbox, bot, "bob");
        Assert.Equal(10015, (await sandbox.SendAsync("", "POST", Webhook(prompt), new JsonObject { ["content"] = "too soon" })).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.CallbackAsync(prompt, 4, new JsonObject { ["content"] = "x" })).Status);
        Assert.Equal(40060, (await sandbox.CallbackAsync(prompt, 4, new JsonObject { ["content"] = "x" })).Code);

        var late = await CommandAsync(sandbox, bot, "bob");
        time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal((string?)late["id"], (string?)(await bob.EventAsync("INTERACTION_FAILURE"))["id"]);
        Assert.Equal(10062, (await sandbox.CallbackAsync(late, 5)).Code);
        var stranger = late.DeepClone();
        stranger["token"] = "wrong";
        Assert.Equal(10062, (await sandbox.CallbackAsync(stranger, 5)).Code);
    }

    [Fact]
    public async Task A_token_lives_for_fifteen_minutes()
    {
        var time = new ManualTime();
        await using var sandbox = await StartAsync(new SandboxOptions { Time = time });
        var bot = await sandbox.ConnectAsync(TheBot);
        var interaction = await CommandAsync(sandbox, bot, "bob");
        await sandbox.CallbackAsync(interaction, 4, new JsonObject { ["content"] = "x" });
        time.Advance(TimeSpan.FromMinutes(14));
        await sandbox.DoAsync("", "PATCH", $"{Webhook(interaction)}/messages/@original", new JsonObject { ["content"] = "y" });
        time.Advance(TimeSpan.FromMinutes(2));
        var dead = await sandbox.SendAsync("", "PATCH", $"{Webhook(interaction)}/messages/@original", new JsonObject { ["content"] = "z" });
        Assert.Equal((HttpStatusCode.Unauthorized, 50027), (dead.Status, dead.Code));
    }

    [Fact]
    public async Task A_refused_answer_leaves_the_interaction_open()
    {
        await using var sandbox = await StartAsync();
        var bot = await sandbox.ConnectAsync(TheBot);
        var interaction = await CommandAsync(sandbox, bot, "bob");

        var refused = await sandbox.CallbackAsync(interaction, 4, new JsonObject { ["content"] = new string('x', 2001) });
        Assert.Equal("BASE_TYPE_BAD_LENGTH", refused.Complaint("data.content"));
        Assert.Equal("INTERACTION_CALLBACK_TYPE_INVALID", (await sandbox.CallbackAsync(interaction, 7)).Complaint("type"));
        var answered = await sandbox.CallbackAsync(interaction, 4, new JsonObject { ["content"] = "short" }, "?with_response=true");
        Assert.Equal("short", (string?)answered.Json!["resource"]!["message"]!["content"]);
        Assert.Equal((string?)interaction["id"], (string?)answered.Json!["interaction"]!["id"]);
    }

    [Fact]
    public async Task An_ephemeral_reply_is_its_members_alone_until_dismissed()
    {
        await using var sandbox = await StartAsync();
        var (bot, bob, carol) = (await sandbox.ConnectAsync(TheBot), await sandbox.ConnectAsync("bob"), await sandbox.ConnectAsync("carol"));
        var interaction = await CommandAsync(sandbox, bot, "bob");
        await sandbox.CallbackAsync(interaction, 4, new JsonObject { ["content"] = "psst", ["flags"] = 64 });

        var note = await bob.EventAsync("MESSAGE_CREATE");
        Assert.Equal(64, (int)note["flags"]!);
        Assert.Equal("psst", (string?)(await sandbox.MessagesAsync("bob"))[0]!["content"]);
        Assert.Empty(await sandbox.MessagesAsync("carol"));
        Assert.Equal(10008, (await sandbox.SendAsync(TheBot, "GET", $"/channels/{ArenaChannel}/messages/{note["id"]}")).Code);
        Assert.Equal(10008, (await sandbox.SendAsync("carol", "DELETE", $"/channels/{ArenaChannel}/messages/{note["id"]}")).Code);
        await sandbox.DoAsync("bob", "DELETE", $"/channels/{ArenaChannel}/messages/{note["id"]}");
        await bob.EventAsync("MESSAGE_DELETE");
        Assert.DoesNotContain("MESSAGE_CREATE", await carol.UntilAsync(sandbox));
        Assert.Equal(10008, (await sandbox.SendAsync("", "GET", $"{Webhook(interaction)}/messages/@original")).Code);
    }

    [Fact]
    public async Task A_button_answers_with_an_update_or_a_note_and_only_while_it_stands_there()
    {
        await using var sandbox = await StartAsync();
        var bot = await sandbox.ConnectAsync(TheBot);
        var message = (await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", JsonNode.Parse("""
            {"content": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Reveal", "custom_id": "reveal"},
                {"type": 2, "style": 2, "label": "No", "custom_id": "no", "disabled": true}]}]}
            """))).Id;

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.InteractAsync("bob", Press(message, "reveal"))).Status);
        var pressed = await bot.EventAsync("INTERACTION_CREATE");
        Assert.Equal((3, "reveal", 2), ((int)pressed["type"]!, (string?)pressed["data"]!["custom_id"], (int)pressed["data"]!["component_type"]!));
        Assert.Equal("x", (string?)pressed["message"]!["content"]);
        await sandbox.CallbackAsync(pressed, 7, new JsonObject { ["content"] = "revealed", ["components"] = new JsonArray() });
        Assert.Equal("revealed", (string?)(await sandbox.MessagesAsync("bob"))[0]!["content"]);
        foreach (var gone in new[] { "reveal", "no", "never" })
            Assert.Equal("COMPONENT_VALIDATION_FAILED", (await sandbox.InteractAsync("bob", Press(message, gone))).Complaint("data"));
    }

    [Fact]
    public async Task A_select_takes_its_own_options_and_a_user_select_brings_the_users_along()
    {
        await using var sandbox = await StartAsync();
        var bot = await sandbox.ConnectAsync(TheBot);
        var message = (await sandbox.DoAsync(TheBot, "POST", $"/channels/{ArenaChannel}/messages", JsonNode.Parse("""
            {"content": "x", "components": [
                {"type": 1, "components": [{"type": 3, "custom_id": "pick", "max_values": 2, "options": [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}]}]},
                {"type": 1, "components": [{"type": 5, "custom_id": "who"}]}]}
            """))).Id;
        JsonObject Choose(string customId, int type, params string[] values)
        {
            var chosen = Press(message, customId);
            chosen["data"]!["component_type"] = type;
            chosen["data"]!["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
            return chosen;
        }

        Assert.NotNull((await sandbox.InteractAsync("bob", Choose("pick", 3, "3"))).Complaint("data.values"));
        Assert.NotNull((await sandbox.InteractAsync("bob", Choose("pick", 3, "1", "2", "1"))).Complaint("data.values"));
        Assert.NotNull((await sandbox.InteractAsync("bob", Choose("pick", 3))).Complaint("data.values"));
        Assert.Equal("", (await sandbox.InteractAsync("bob", Choose("pick", 3, "2", "1"))).Text);
        Assert.Equal(["2", "1"], (await bot.EventAsync("INTERACTION_CREATE"))["data"]!["values"]!.AsArray().Select(value => (string?)value));
        Assert.Equal("", (await sandbox.InteractAsync("bob", Choose("who", 5, Alice))).Text);
        Assert.Equal("alice", (string?)(await bot.EventAsync("INTERACTION_CREATE"))["data"]!["resolved"]!["users"]![Alice]!["username"]);
    }

    [Fact]
    public async Task Autocomplete_choices_reach_the_member_who_types()
    {
        await using var sandbox = await StartAsync();
        var (bot, bob) = (await sandbox.ConnectAsync(TheBot), await sandbox.ConnectAsync("bob"));
        var ask = await sandbox.RegisterAsync((JsonObject)Ask.DeepClone());
        var typing = Option("prompt", "wh");
        typing["focused"] = true;
        await sandbox.InteractAsync("bob", Invoke(ask, [typing], type: 4));
        var told = await bot.EventAsync("INTERACTION_CREATE");
        Assert.Equal((4, true), ((int)told["type"]!, (bool)told["data"]!["options"]![0]!["focused"]!));

        var choices = new JsonArray([.. Enumerable.Range(0, 26).Select(number => new JsonObject { ["name"] = $"{number}", ["value"] = $"{number}" })]);
        Assert.Equal("BASE_TYPE_BAD_LENGTH", (await sandbox.CallbackAsync(told, 8, new JsonObject { ["choices"] = choices.DeepClone() })).Complaint("data.choices"));
        choices.RemoveAt(25);
        await sandbox.CallbackAsync(told, 8, new JsonObject { ["choices"] = choices });
        var got = await bob.EventAsync("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE");
        Assert.Equal((25, "n1"), (got["choices"]!.AsArray().Count, (string?)got["nonce"]));
    }

    [Fact]
    public async Task A_modal_is_shown_to_its_member_and_its_answers_are_held_to_its_rules()
    {
        await using var sandbox = await StartAsync();
        var (bot, bob) = (await sandbox.ConnectAsync(TheBot), await sandbox.ConnectAsync("bob"));
        var opener = await CommandAsync(sandbox, bot, "bob");
        await sandbox.CallbackAsync(opener, 9, (JsonObject)JsonNode.Parse("""
            {"custom_id": "further", "title": "Ask further", "components": [
                {"type": 18, "label": "Question", "component": {"type": 4, "custom_id": "q", "style": 2, "max_length": 5}}]}
            """)!);
        var modal = await bob.EventAsync("INTERACTION_MODAL_CREATE");
        Assert.Equal(("further", "Ask further"), ((string?)modal["custom_id"], (string?)modal["title"]));

        JsonObject Submit(string text) => new()
        {
            ["type"] = 5,
            ["application_id"] = Application,
            ["guild_id"] = Guild,
            ["channel_id"] = ArenaChannel,
            ["session_id"] = "test",
            ["data"] = new JsonObject
            {
                ["id"] = modal["id"]!.DeepClone(),
                ["custom_id"] = "further",
                ["components"] = new JsonArray(new JsonObject { ["type"] = 18, ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "q", ["value"] = text } }),
            },
        };
        Assert.Equal("BASE_TYPE_REQUIRED", (await sandbox.InteractAsync("bob", Submit(""))).Complaint("data.components.q"));
        Assert.Equal("BASE_TYPE_BAD_LENGTH", (await sandbox.InteractAsync("bob", Submit("longer"))).Complaint("data.components.q"));
        Assert.Equal(HttpStatusCode.BadRequest, (await sandbox.InteractAsync("carol", Submit("why?"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.InteractAsync("bob", Submit("why?"))).Status);
        var told = await bot.EventAsync("INTERACTION_CREATE");
        Assert.Equal((5, "why?"), ((int)told["type"]!, (string?)told["data"]!["components"]![0]!["component"]!["value"]));
    }

    [Fact]
    public async Task A_message_command_brings_its_message_along()
    {
        await using var sandbox = await StartAsync();
        var bot = await sandbox.ConnectAsync(TheBot, intents: 0);
        var command = await sandbox.RegisterAsync(new JsonObject { ["name"] = "Battle this", ["type"] = 3 });
        var message = (await sandbox.SayAsync("carol", "Why is the sky blue?")).Id;
        var invocation = Invoke(command);
        invocation["data"]!["target_id"] = message;
        await sandbox.InteractAsync("bob", invocation);

        var data = (await bot.EventAsync("INTERACTION_CREATE"))["data"]!;
        Assert.Equal((message, 3), ((string?)data["target_id"], (int)data["type"]!));
        Assert.Equal("Why is the sky blue?", (string?)data["resolved"]!["messages"]![message]!["content"]);
    }

    private static string Webhook(JsonNode interaction) => $"/webhooks/{Application}/{interaction["token"]}";

    private static async Task<JsonNode> CommandAsync(SandboxDriver sandbox, GatewayClient bot, string who)
    {
        var command = await sandbox.RegisterAsync(new JsonObject { ["name"] = "plain", ["description"] = "x" });
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.InteractAsync(who, Invoke(command))).Status);
        return await bot.EventAsync("INTERACTION_CREATE");
    }
}
