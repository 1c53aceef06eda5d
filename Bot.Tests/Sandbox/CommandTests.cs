using System.Net;
using System.Text.Json.Nodes;
using static Bot.Tests.Sandbox.SandboxDriver;

namespace Bot.Tests.Sandbox;

public sealed class CommandTests
{
    private const string Commands = $"/applications/{Application}/commands";

    [Fact]
    public async Task A_command_keeps_its_id_and_its_version_changes_only_with_it()
    {
        await using var sandbox = await StartAsync();
        JsonObject Battle(string description) => new() { ["name"] = "battle", ["description"] = description, ["contexts"] = new JsonArray(0), ["integration_types"] = new JsonArray(0) };

        var created = await sandbox.SendAsync(TheBot, "POST", Commands, Battle("Start"));
        var same = await sandbox.SendAsync(TheBot, "POST", Commands, Battle("Start"));
        var changed = await sandbox.SendAsync(TheBot, "POST", Commands, Battle("Begin"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (created.Status, same.Status));
        Assert.Equal((created.Id, created.Id), (same.Id, changed.Id));
        Assert.Equal((string?)created.Json!["version"], (string?)same.Json!["version"]);
        Assert.NotEqual((string?)created.Json!["version"], (string?)changed.Json!["version"]);
    }

    [Fact]
    public async Task Overwriting_all_drops_the_unlisted_and_leaves_the_same_alone()
    {
        await using var sandbox = await StartAsync();
        JsonObject Command(string name) => new() { ["name"] = name, ["description"] = "x" };
        var before = (await sandbox.DoAsync(TheBot, "PUT", Commands, new JsonArray(Command("one"), Command("two")))).Json!;
        var after = (await sandbox.DoAsync(TheBot, "PUT", Commands, new JsonArray(Command("two"), Command("three")))).Json!;

        Assert.Equal(["two", "three"], after.AsArray().Select(command => (string?)command!["name"]));
        Assert.True(JsonNode.DeepEquals(before[1], after[0]));
        var listed = (await sandbox.DoAsync(TheBot, "GET", Commands)).Json!;
        Assert.True(JsonNode.DeepEquals(after, listed));
    }

    [Fact]
    public async Task A_command_is_read_patched_and_deleted_by_its_id_globally_and_in_a_server()
    {
        await using var sandbox = await StartAsync();
        foreach (var place in new[] { Commands, $"/applications/{Application}/guilds/{Guild}/commands" })
        {
            var id = (await sandbox.DoAsync(TheBot, "POST", place, JsonNode.Parse("""
                {"name": "help", "description": "x", "options": [{"type": 3, "name": "topic", "description": "x", "min_length": 1, "max_length": 9}]}
                """))).Id;
            var patched = (await sandbox.DoAsync(TheBot, "PATCH", $"{place}/{id}", new JsonObject { ["description"] = "How it works" })).Json!;
            Assert.Equal(("help", "How it works"), ((string?)patched["name"], (string?)patched["description"]));
            Assert.Equal(9, (int)patched["options"]![0]!["max_length"]!);
            await sandbox.DoAsync(TheBot, "DELETE", $"{place}/{id}");
            Assert.Equal(10063, (await sandbox.SendAsync(TheBot, "GET", $"{place}/{id}")).Code);
        }
    }

    [Theory]
    [InlineData("""{"description": "x"}""", "name", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name": "Battle", "description": "x"}""", "name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name": "a b", "description": "x"}""", "name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name": "x"}""", "description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name": "Battle this", "type": 3, "description": "x"}""", "description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED")]
    [InlineData("""{"name": "x", "description": "x", "options": [{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "a", "description": "x"}]}""", "options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE")]
    [InlineData("""{"name": "x", "description": "x", "options": [{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x", "required": true}]}""", "options.1.required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""{"name": "x", "description": "x", "options": [{"type": 1, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x"}]}""", "options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    public async Task A_malformed_command_is_refused_with_the_field_named(string body, string path, string complaint)
    {
        await using var sandbox = await StartAsync();
        var answer = await sandbox.SendAsync(TheBot, "POST", Commands, JsonNode.Parse(body));

        Assert.Equal((HttpStatusCode.BadRequest, 50035), (answer.Status, answer.Code));
        Assert.Equal(complaint, answer.Complaint(path));
    }

    [Fact]
    public async Task The_index_shows_each_member_what_they_may_use()
    {
        await using var sandbox = await StartAsync();
        await sandbox.RegisterAsync(new JsonObject { ["name"] = "battle", ["description"] = "x" });
        var model = await sandbox.RegisterAsync(new JsonObject { ["name"] = "model", ["description"] = "x", ["default_member_permissions"] = "32" });
        async Task<string> Names(string who) => string.Join(' ', ((JsonArray)(await sandbox.DoAsync(who, "GET", $"/guilds/{Guild}/application-command-index"))
            .Json!["application_commands"]!).Select(command => (string?)command!["name"]));

        Assert.Equal("battle model", await Names("alice"));
        Assert.Equal("battle", await Names("bob"));
        Assert.Equal(50013, (await sandbox.InteractAsync("bob", Invoke(model))).Code);
        await sandbox.DoAsync("", "POST", $"/sandbox/guilds/{Guild}/roles", new JsonObject { ["name"] = "Helpers", ["permissions"] = "32", ["members"] = new JsonArray(Bob) });
        Assert.Equal("battle model", await Names("bob"));
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.InteractAsync("bob", Invoke(model))).Status);
    }
}
