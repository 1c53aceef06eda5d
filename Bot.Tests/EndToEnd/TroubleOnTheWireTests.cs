using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>Discord misbehaves; no vote is lost and none is counted twice.</summary>
public sealed class TroubleOnTheWireTests
{
    [Theory]
    [InlineData("""{"kind": "gateway_drop", "code": 1006, "resumable": true}""")]
    [InlineData("""{"kind": "gateway_drop", "code": 4009, "resumable": false}""")]
    [InlineData("""{"kind": "gateway_reconnect"}""")]
    [InlineData("""{"kind": "gateway_invalidate", "resumable": false}""")]
    public async Task Votes_before_during_and_after_a_gateway_drop_all_count(string fault)
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Alice.ReactAsync(battle, "🇦");
        await arena.Bob.ReactAsync(battle, "🇦");

        await arena.FaultAsync(JsonNode.Parse(fault)!.AsObject());
        await arena.Bob.ReactAsync(battle, "🇧");
        await arena.Bob.UnreactAsync(battle, "🇦");
        await arena.Carol.ReactAsync(battle, "🇧");
        await arena.Alice.UnreactAsync(battle, "🇦");
        await arena.Alice.ReactAsync(battle, "👎");

        await Eventually.TrueAsync(() => Task.FromResult(
            string.Join(' ', arena.Query<string>("select choice from ballots where counted = 1 order by choice")) == "B B BothBad"));
        await arena.Dave.ReactAsync(battle, "🤝");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 4));
    }

    [Fact]
    public async Task A_storm_of_429_delays_a_battle_and_breaks_nothing()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await StormAsync("POST", "/channels/{channel_id}/messages", "user", 3);
        await StormAsync("PATCH", "/channels/{channel_id}/messages/{message_id}", "shared", 4);
        await StormAsync("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", "user", 5);
        await StormAsync("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", "global", 2);
        await arena.FaultAsync(new JsonObject { ["kind"] = "http", ["status"] = 502, ["times"] = 2, ["method"] = "PATCH" });

        Task StormAsync(string method, string route, string scope, int times) => arena.FaultAsync(new JsonObject
        {
            ["kind"] = "http", ["status"] = 429, ["method"] = method, ["route"] = route, ["scope"] = scope, ["times"] = times, ["retry_after"] = 0.3,
        });

        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇧");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 1));
        await StormAsync("PATCH", "/channels/{channel_id}/messages/{message_id}", "user", 3);
        await arena.Alice.PressAsync(battle, "Reveal");

        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Single(await arena.Alice.MessagesAsync(), message => message.Offers("New battle"));
    }
}
