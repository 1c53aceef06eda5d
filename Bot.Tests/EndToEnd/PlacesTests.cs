using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>Where battles run, where they do not, and what becomes of one whose place is gone.</summary>
public sealed class PlacesTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Theory]
    [InlineData(1 << 6, "add reactions")]
    [InlineData(1 << 11, "send messages")]
    [InlineData(1 << 14, "embed links")]
    [InlineData(1 << 15, "attach files")]
    [InlineData(1 << 16, "read the message history")]
    public async Task A_permission_that_is_missing_is_named_to_the_caller(int permission, string deed)
    {
        using var bob = In(await NewChannelAsync("narrow"));
        await DenyAsync(bob, permission);

        await bob.HearAsync(
            () => bob.CommandAsync("battle", ("prompt", "Where am I?")),
            message => message.IsEphemeral && message.Content == $"I may not {deed} in <#{bob.Channel}>. Someone with Manage Channels can allow it.");
        Assert.Empty(Battles(bob));
    }

    [Fact]
    public async Task A_duel_needs_no_reactions_and_of_several_missing_permissions_all_are_named()
    {
        const int addReactions = 1 << 6, embedLinks = 1 << 14, attachFiles = 1 << 15;
        using var bob = In(await NewChannelAsync("narrow"));
        await DenyAsync(bob, addReactions);
        await DuelAsync(bob);
        var duel = await bob.SeeAsync(message => message.Offers("Same duel again"));

        await DenyAsync(bob, addReactions | embedLinks | attachFiles);
        await bob.HearAsync(
            () => bob.PressAsync(duel, "Same duel again"), message => message.IsEphemeral && message.Content.StartsWith("I may not embed links or attach files in", StringComparison.Ordinal));
        await bob.HearAsync(
            () => bob.PressAsync(duel, "New battle"),
            message => message.IsEphemeral && message.Content.StartsWith("I may not add reactions, embed links or attach files in", StringComparison.Ordinal));
        Assert.Single(Battles(bob));
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

    private static Task DuelAsync(MemberClient member) =>
        member.CommandAsync("duel", ("model_a", "owl:7b"), ("model_b", "fox:3b"), ("prompt", "Which of you is older?"));

    private async Task DenyAsync(MemberClient place, int permissions)
    {
        var application = (await Arena.Bob.GetAsync($"guilds/{Arena.Bob.Server}/application-command-index"))["application_commands"]![0]!["application_id"];
        await Arena.Alice.PutAsync($"sandbox/channels/{place.Channel}/overwrites/{application}", new JsonObject { ["type"] = 1, ["deny"] = $"{permissions}" });
    }

    private MemberClient In(string channel) => new(Arena.Address, "sandbox-bob") { Server = Arena.Bob.Server, Channel = channel };

    private async Task<string> NewChannelAsync(string name) =>
        Id(await Arena.Alice.PostAsync($"sandbox/guilds/{Arena.Alice.Server}/channels", new JsonObject { ["name"] = name }));

    private IReadOnlyList<string> Battles(MemberClient place) => Arena.Query<string>("select state from battles where channel_id = @id", Named(place));

    private static object Named(MemberClient place) => new { id = long.Parse(place.Channel, System.Globalization.CultureInfo.InvariantCulture) };

    private static string Id(JsonNode made) => (string)made["id"]!;
}
