using System.Text.Json.Nodes;

namespace Sandbox.Rest;

internal static class GatewayEndpoints
{
    private const int StartsPerDay = 1000;

    public static void Map(Router router)
    {
        router.Get("/gateway", call => Reply.Ok(new JsonObject { ["url"] = call.Backstage.Gateway.Url }), Access.Open);
        router.Get("/gateway/bot", ForBot, Access.Bot);
    }

    private static Reply ForBot(Call call)
    {
        var used = call.Backstage.Gateway.Counts.Identifies;
        var told = call.Backstage.Faults.StartLimit;
        return Reply.Ok(new JsonObject
        {
            ["url"] = call.Backstage.Gateway.Url,
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = StartsPerDay,
                ["remaining"] = told?.Remaining ?? Math.Max(0, StartsPerDay - used),
                ["reset_after"] = told?.ResetAfterMs ?? (used == 0 ? 0 : 86_400_000),
                ["max_concurrency"] = 1,
            },
        });
    }
}
