using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>Where battles run, where they do not, and what becomes of one whose place is gone.</summary>
public sealed class PlacesTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Fact]
    public async Task A_permission_that_is_missing_is_named_to_the_caller()
    {
        const int addReactions = 1 << 6;
        using var bob = In(await NewChannelAsync("no-reactions"));
        var application = (await Arena.Bob.GetAsync($"guilds/{Arena.Bob.Server}/application-command-index"))["application_commands"]![0]!["application_id"];
        await Arena.Alice.PutAsync($"sandbox/channels/{bob.Channel}/overwrites/{application}", new JsonObject { ["type"] = 1, ["deny"] = $"{addReactions}" });

        await bob.CommandAsync("battle", ("prompt", "Where am I?"));

        await bob.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("I may not add reactions", StringComparison.Ordinal));
        Assert.Empty(Battles(bob));
    }

    [Fact]
    public async Task A_battle_runs_in_a_thread()
    {
        using var bob = In(Id(await Arena.Bob.PostAsync($"channels/{Arena.Bob.Channel}/threads", new JsonObject { ["name"] = "Aside", ["type"] = 11 })));

        await bob.CommandAsync("battle", ("prompt", "Between ourselves?"));

        var battle = await bob.SeeAsync(message => message.IsVoting);
        await bob.ReactAsync(battle, "🇧");
        await Eventually.TrueAsync(() => Task.FromResult(
            Arena.Query<string>("select choice from ballots join battles on battles.id = battle_id where channel_id = @id", Named(bob)).SingleOrDefault() == "B"));
    }

    [Fact]
    public async Task A_channel_that_is_deleted_voids_its_battle()
    {
        using var bob = In(await NewChannelAsync("short-lived"));
        await bob.CommandAsync("battle", ("prompt", "How long does this last?"));
        await bob.SeeAsync(message => message.IsVoting);

        await Arena.Alice.DeleteAsync($"channels/{bob.Channel}");

        await Eventually.TrueAsync(() => Task.FromResult(Battles(bob) is ["Void"]));
    }

    private MemberClient In(string channel) => new(Arena.Address, "sandbox-bob") { Server = Arena.Bob.Server, Channel = channel };

    private async Task<string> NewChannelAsync(string name) =>
        Id(await Arena.Alice.PostAsync($"sandbox/guilds/{Arena.Alice.Server}/channels", new JsonObject { ["name"] = name }));

    private IReadOnlyList<string> Battles(MemberClient place) => Arena.Query<string>("select state from battles where channel_id = @id", Named(place));

    private static object Named(MemberClient place) => new { id = long.Parse(place.Channel, System.Globalization.CultureInfo.InvariantCulture) };

    private static string Id(JsonNode made) => (string)made["id"]!;
}
