using System.Text.Json.Nodes;

namespace Bot.Tests.EndToEnd;

/// <summary>An arena whose demo models take a given time to be pulled.</summary>
internal static class PullArena
{
    /// <param name="pullMs">How long a pull takes, in milliseconds.</param>
    public static async Task<ArenaDriver> StartAsync(int pullMs, params (string Name, string Value)[] settings)
    {
        var arena = await ArenaDriver.StartAsync(settings);
        await SetAsync(arena, new JsonObject { ["pull_ms"] = pullMs });
        return arena;
    }

    public static Task SetAsync(ArenaDriver arena, JsonObject change) => arena.Alice.PostAsync("/ollama/sandbox/faults", change);
}
