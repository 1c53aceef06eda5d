using System.Text.Json.Nodes;
using Bot.Discord;
using Bot.Discord.Registration;

namespace Bot.Tests.Discord.Registration;

public sealed class CommandRegistrarTests
{
    private const string Commands = "/applications/901/commands";
    private static readonly Bot.Discord.ApplicationId Application = new(901);

    private static readonly CommandDefinition Battle = CommandDefinition.Slash(
        "battle",
        "Two anonymous models answer, everybody votes",
        CommandOption.Text("prompt", "What to ask").WithLength(max: 4000),
        CommandOption.Text("category", "Kind of question").WithChoices(["coding", "math"]));

    private static readonly CommandDefinition Model = CommandDefinition.Slash(
            "model",
            "The roster",
            CommandOption.Subcommand("add", "Add a model", CommandOption.Text("tag", "Its tag").Required().WithAutocomplete()),
            CommandOption.Group("node", "Nodes", CommandOption.Subcommand("limit", "Limit", CommandOption.Integer("slots", "Slots").WithRange(1, 8))))
        .ShownTo(Permissions.ManageServer);

    private static readonly CommandDefinition BattleThis = CommandDefinition.OnMessage("Battle this");

    [Fact]
    public async Task Where_nothing_is_registered_all_commands_go_in_one_write()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET " + Commands, RestAnswer.Ok("[]"));
        discord.On("PUT " + Commands, RestAnswer.Ok(new JsonArray(Standing(Battle, 1), Standing(Model, 2), Standing(BattleThis, 3)).ToJsonString()));

        var report = await client.RegisterCommandsAsync(Application, [Battle, Model, BattleThis], CancellationToken.None).Within();

        Assert.Equal((0, 3, 0, 0), (report.Unchanged, report.Created, report.Updated, report.Deleted));
        Assert.Equal(new CommandId(2), report.Commands["model"]);
        var body = discord.Calls.Last().Json;
        Assert.Equal(3, body.GetArrayLength());
        Assert.All(body.EnumerateArray(), command =>
        {
            Assert.Equal("[0]", command.GetProperty("contexts").GetRawText());
            Assert.Equal("[0]", command.GetProperty("integration_types").GetRawText());
        });
        Assert.Equal(32, body[1].GetProperty("default_member_permissions").GetInt32());
        Assert.Equal(3, body[2].GetProperty("type").GetInt32());
        Assert.False(body[2].TryGetProperty("description", out _));
    }

    [Fact]
    public async Task What_Discord_gives_back_for_a_command_counts_as_unchanged()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        discord.On("GET " + Commands, RestAnswer.Ok(new JsonArray(Standing(BattleThis, 3), Standing(Model, 2), Standing(Battle, 1)).ToJsonString()));

        var report = await client.RegisterCommandsAsync(Application, [Battle, Model, BattleThis], CancellationToken.None).Within();

        Assert.Equal((3, 0, 0, 0), (report.Unchanged, report.Created, report.Updated, report.Deleted));
        Assert.Equal(new CommandId(1), report.Commands["battle"]);
        Assert.Single(discord.Calls);
    }

    [Fact]
    public async Task Only_what_differs_is_written_and_what_is_stale_goes()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        var old = CommandDefinition.Slash("model", "The roster, as it was");
        var stale = CommandDefinition.Slash("fight", "An older name");
        discord.On("GET " + Commands, RestAnswer.Ok(new JsonArray(
            Standing(Battle, 1), Standing(old, 2), Standing(stale, 4), JsonNode.Parse("""{"id": "9", "type": 4, "name": "launch", "description": ""}""")).ToJsonString()));
        discord.On("PATCH " + Commands + "/2", RestAnswer.Ok(Standing(Model, 2).ToJsonString()));
        discord.On("POST " + Commands, new RestAnswer(201, Standing(BattleThis, 3).ToJsonString()));
        discord.On("DELETE " + Commands + "/4", RestAnswer.NoContent);

        var report = await client.RegisterCommandsAsync(Application, [Battle, Model, BattleThis], CancellationToken.None).Within();

        Assert.Equal((1, 1, 1, 1), (report.Unchanged, report.Created, report.Updated, report.Deleted));
        Assert.Equal(new CommandId(3), report.Commands["Battle this"]);
        var patch = discord.Calls.Single(call => call.Name.StartsWith("PATCH", StringComparison.Ordinal)).Json;
        Assert.False(patch.TryGetProperty("type", out _));
        Assert.Equal("add", patch.GetProperty("options")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("description", "\"Another\"")]
    [InlineData("default_member_permissions", "\"8\"")]
    [InlineData("contexts", "[0, 1]")]
    [InlineData("contexts", "null")]
    [InlineData("integration_types", "[0, 1]")]
    [InlineData("nsfw", "true")]
    [InlineData("name_localizations", """{"de": "kampf"}""")]
    [InlineData("options", "[]")]
    public async Task A_difference_in_any_field_is_seen(string field, string value)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        var standing = Standing(Battle, 1);
        standing[field] = JsonNode.Parse(value);
        discord.On("GET " + Commands, RestAnswer.Ok(new JsonArray(standing).ToJsonString()));
        discord.On("PATCH " + Commands + "/1", RestAnswer.Ok(Standing(Battle, 1).ToJsonString()));

        var report = await client.RegisterCommandsAsync(Application, [Battle], CancellationToken.None).Within();

        Assert.Equal(1, report.Updated);
    }

    [Theory]
    [InlineData("required", "true")]
    [InlineData("autocomplete", "true")]
    [InlineData("max_length", "100")]
    [InlineData("min_length", "1")]
    [InlineData("type", "4")]
    [InlineData("description", "\"Another\"")]
    [InlineData("choices", """[{"name": "a", "value": "a"}]""")]
    public async Task A_difference_in_any_field_of_an_option_is_seen(string field, string value)
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        var standing = Standing(Battle, 1);
        standing["options"]![0]![field] = JsonNode.Parse(value);
        discord.On("GET " + Commands, RestAnswer.Ok(new JsonArray(standing).ToJsonString()));
        discord.On("PATCH " + Commands + "/1", RestAnswer.Ok(Standing(Battle, 1).ToJsonString()));

        var report = await client.RegisterCommandsAsync(Application, [Battle], CancellationToken.None).Within();

        Assert.Equal(1, report.Updated);
    }

    [Fact]
    public async Task Commands_that_Discord_would_refuse_are_refused_before_anything_is_sent_with_every_complaint()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        await using var client = discord.Client();
        CommandDefinition[] bad =
        [
            CommandDefinition.Slash("Battle", "Upper case"),
            CommandDefinition.Slash("elo", ""),
            CommandDefinition.Slash("me", "x", CommandOption.Text("a", "a"), CommandOption.Text("b", "b").Required()),
        ];

        var error = await Assert.ThrowsAsync<ArgumentException>(() => client.RegisterCommandsAsync(Application, bad, CancellationToken.None));

        Assert.Contains("/Battle", error.Message);
        Assert.Contains("/elo", error.Message);
        Assert.Contains("/me b", error.Message);
        Assert.Empty(discord.Calls);
    }

    /// <summary>A command as Discord lists it: ids and versions, permissions as text, and defaults that nobody sent.</summary>
    private static JsonObject Standing(CommandDefinition command, ulong id)
    {
        var json = CommandWriter.Write(command);
        json["id"] = id.ToString();
        json["application_id"] = "901";
        json["version"] = "1234567890";
        json["description"] ??= "";
        json["default_member_permissions"] = command.DefaultMemberPermissions is { } permissions ? ((ulong)permissions).ToString() : null;
        json["dm_permission"] = false;
        json["nsfw"] = false;
        json["name_localizations"] = null;
        json["description_localizations"] = null;
        if (json["options"] is JsonArray { Count: 0 })
            json.Remove("options");
        foreach (var option in (json["options"] as JsonArray ?? []).OfType<JsonObject>())
        {
            option["required"] ??= false;
            option["name_localizations"] = null;
        }

        return json;
    }
}
