using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>An instance for listed servers only.</summary>
public sealed class ClosedArenaTests
{
    [Fact]
    public async Task A_server_that_is_not_listed_gets_one_sentence_and_is_left()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync();
        arena.Set("ARENA_SERVERS", arena.Alice.Server);
        await arena.StartBotAsync();
        // Discord does not let the bot go at first, so that what is done there meanwhile reaches it.
        await arena.FaultAsync(new JsonObject { ["kind"] = "http", ["status"] = 403, ["method"] = "DELETE", ["route"] = "/users/@me/guilds/{guild_id}" });
        using var carol = await arena.NewServerAsync("Elsewhere", "carol");
        await carol.SeeAsync(message => message.Content == ErrorText.NotWelcome && !message.IsEphemeral);

        foreach (var command in new[] { "battle", "models list", "help", "me", "arena status" })
            Assert.Equal((ErrorText.NotWelcome, true), Told(await carol.AskAsync(command)));
        Assert.Equal((ErrorText.NotWelcome, true), Told(await carol.AskAsync("model retire", ("model", "owl:7b"))));
        Assert.Empty(arena.Query<long>("select id from battles"));
        Assert.Empty(arena.Query<string>("select tag from models where status <> 'Active'"));
        Assert.Equal(arena.Alice.Server, $"{arena.Query<long>("select id from servers").Single()}");

        await arena.KillBotAsync();
        await arena.StartBotAsync();
        await Eventually.TrueAsync(async () => (await CommandsAsync(carol)).Count == 0);
        Assert.NotEmpty(await CommandsAsync(arena.Alice));
        await arena.BattleAsync();
    }

    private static (string Content, bool IsEphemeral) Told(SeenMessage message) => (message.Content, message.IsEphemeral);

    private static async Task<JsonArray> CommandsAsync(MemberClient member) =>
        (await member.GetAsync($"guilds/{member.Server}/application-command-index"))["application_commands"]!.AsArray();
}
