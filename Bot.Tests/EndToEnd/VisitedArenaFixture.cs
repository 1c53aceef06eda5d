using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>An arena and those who may come by: everybody in a channel of their own, so that what the bot says there is said to them.</summary>
public sealed class VisitedArenaFixture : IAsyncLifetime
{
    internal ArenaDriver Arena { get; private set; } = null!;

    internal IReadOnlyList<Visitor> Visitors { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Arena = await ArenaDriver.StartAsync(("ARENA_WAITING_PER_MEMBER", "20"), ("ARENA_WAITING_PER_SERVER", "100"));
        foreach (var command in new[] { "arena", "model", "prompt", "Correct category" })
            await Arena.ShowToAllAsync(command);
        await Arena.NewMemberAsync("eve");
        var role = await Arena.Alice.PostAsync(
            $"sandbox/guilds/{Arena.Alice.Server}/roles", new JsonObject { ["name"] = "Referees", ["permissions"] = "0", ["members"] = new JsonArray(await Arena.Dave.IdAsync()) });
        await Arena.Alice.AskAsync("arena moderators", ("role", (string)role["id"]!));
        Visitors =
        [
            new Visitor("the owner", await AsideAsync("alice"), Visitor.Owner),
            new Visitor("a moderator by role", await AsideAsync("dave"), Visitor.ModeratorByRole),
            new Visitor("a member", await AsideAsync("bob"), Visitor.Member),
            new Visitor("a newcomer", await AsideAsync("eve"), Visitor.Member),
            new Visitor("the owner of another server", await Arena.NewServerAsync("Elsewhere", "carol"), Visitor.OwnerElsewhere),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in Visitors)
            visitor.Client.Dispose();
        await Arena.DisposeAsync();
    }

    private async Task<MemberClient> AsideAsync(string name)
    {
        var channel = await Arena.Alice.PostAsync($"sandbox/guilds/{Arena.Alice.Server}/channels", new JsonObject { ["name"] = $"aside-{name}" });
        return new MemberClient(Arena.Address, $"sandbox-{name}") { Server = Arena.Alice.Server, Channel = (string)channel["id"]! };
    }
}
