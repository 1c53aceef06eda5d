namespace Bot.Tests.EndToEnd;

/// <summary>The two answers of a battle are generated at once or one after the other, by setting.</summary>
public sealed class SidesTests
{
    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 1)]
    public async Task Both_sides_are_generated_at_once_or_in_turn(string atOnce, int atWork)
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_SIDES_AT_ONCE", atOnce), ("ARENA_STREAMING", "live"));
        await arena.SlowDownModelsAsync();
        await arena.Alice.CommandAsync("battle", ("prompt", "Who waits for whom?"));

        // When words of one side are on the screen, the other has begun as well, or has not been asked yet.
        await arena.Alice.SeeAsync(message => message.Embeds.Any(embed => ((string?)embed["description"])?.Contains(' ', StringComparison.Ordinal) == true));
        Assert.Equal(atWork, (await RequestsAsync(arena)).Count);

        await arena.SpeedUpModelsAsync();
        await arena.Alice.SeeAsync(message => message.IsVoting);
        Assert.Equal(2, (await RequestsAsync(arena)).Count);
    }

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> RequestsAsync(ArenaDriver arena) =>
        [.. (await arena.Alice.GetAsync("/ollama/sandbox/requests"))["requests"]!.AsArray().Select(request => request!)
            .Where(request => ((string)request["path"]!).EndsWith("chat", StringComparison.Ordinal))];
}
