using System.Text.Json.Nodes;
using Bot.Tests.Sandbox;

namespace Bot.Tests.EndToEnd;

/// <summary>What is offered while somebody types an option, as it reaches that member's own client, and what becomes of the choice.</summary>
public sealed class AutocompleteTests
{
    [Fact]
    public async Task Names_of_models_are_offered_while_one_types()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var offered = await OfferedAsync(arena, arena.Bob, "bob", "elo", "model", "OW", type: 3);
        Assert.Equal("owl:7b", (string?)offered[0]["value"]);
        Assert.DoesNotContain(offered, choice => (string?)choice["value"] == "fox:3b");

        var retirable = await OfferedAsync(arena, arena.Alice, "alice", "model retire", "model", "", type: 3);
        Assert.Equal(arena.Query<string>("select tag from models order by tag"), retirable.Select(choice => (string)choice["value"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_moderator_is_offered_the_battles_that_wait_and_cancels_one_of_them()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SlowDownModelsAsync();
        await arena.Bob.CommandAsync("battle", ("prompt", "The one that is being answered."));
        await StatesAsync("Generating");
        await arena.Carol.CommandAsync("battle", ("prompt", "The one that waits behind it."));
        await StatesAsync("Generating Queued");

        Task StatesAsync(string states) => Eventually.TrueAsync(() => Task.FromResult(
            string.Join(' ', arena.Query<string>("select state from battles where message_id is not null order by id")) == states));

        var choice = Assert.Single(await OfferedAsync(arena, arena.Alice, "alice", "arena cancel", "battle", "behind", type: 4));
        Assert.Contains("waits: The one that waits", (string)choice["name"]!, StringComparison.Ordinal);
        await arena.Alice.CommandAsync("arena cancel", ("battle", choice["value"]!));

        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("is cancelled", StringComparison.Ordinal));
        await arena.Carol.SeeAsync(message => !message.IsEphemeral && message.Everything.Contains("ancelled", StringComparison.Ordinal)
            && message.Everything.Contains("waits behind", StringComparison.Ordinal) && message.Buttons.Count == 0);
        Assert.Equal(["Generating", "Void"], arena.Query<string>("select state from battles order by id"));

        await arena.SpeedUpModelsAsync();
        await arena.Bob.SeeAsync(message => message.IsVoting && message.Everything.Contains("being answered", StringComparison.Ordinal));
    }

    /// <param name="type">Of the option, as Discord numbers them: 3 is text, 4 an integer.</param>
    private static async Task<IReadOnlyList<JsonNode>> OfferedAsync(
        ArenaDriver arena, MemberClient member, string name, string path, string option, string typed, int type)
    {
        using var gateway = await GatewayClient.DialAsync(
            new Uri($"ws://127.0.0.1:{arena.Address.Port}/gateway?v=10&encoding=json"), TestContext.Current.CancellationToken);
        await gateway.OpcodeAsync(10);
        await gateway.SendAsync(2, GatewayClient.Identity($"sandbox-{name}", GatewayClient.EverythingOpen));
        await gateway.EventAsync("READY");

        var words = path.Split(' ');
        var command = (await member.GetAsync($"guilds/{member.Server}/application-command-index"))["application_commands"]!.AsArray()
            .First(candidate => (string)candidate!["name"]! == words[0])!;
        var given = new JsonArray(new JsonObject { ["type"] = type, ["name"] = option, ["value"] = typed, ["focused"] = true });
        foreach (var word in words.Skip(1))
            given = new JsonArray(new JsonObject { ["type"] = 1, ["name"] = word, ["options"] = given });
        await member.PostAsync("interactions", new JsonObject
        {
            ["type"] = 4,
            ["application_id"] = command["application_id"]!.DeepClone(),
            ["guild_id"] = member.Server,
            ["channel_id"] = member.Channel,
            ["session_id"] = "typing",
            ["nonce"] = "typing",
            ["data"] = new JsonObject
            {
                ["id"] = command["id"]!.DeepClone(),
                ["version"] = command["version"]!.DeepClone(),
                ["name"] = words[0],
                ["type"] = 1,
                ["options"] = given,
            },
        });
        var answer = await gateway.EventAsync("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", data => (string?)data["nonce"] == "typing");
        return [.. answer["choices"]!.AsArray().Select(choice => choice!)];
    }
}
