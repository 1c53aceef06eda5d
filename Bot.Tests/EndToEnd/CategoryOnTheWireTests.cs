using System.Net;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>Language and category of a prompt, from the command to the board, over the wire.</summary>
public sealed class CategoryOnTheWireTests
{
    private const string Command = "Correct category";

    [Fact]
    [Presses(ButtonIds.Category)]
    public async Task A_guessed_category_is_corrected_by_a_moderator_and_the_boards_follow()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync("Schreib ein kurzes Gedicht über den Herbst am Meer.");
        Assert.Contains("`writing`", battle.Content, StringComparison.Ordinal);
        Assert.Equal(("de", "writing", "Rule"), Stored(arena));
        Assert.Equal(2, arena.Query<long>("select count(*) from answers where headings + list_items + bold >= 0").Single());

        await arena.Bob.ReactAsync(battle, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 1));
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Equal((4, 0), (Rated(arena, "writing"), Rated(arena, "everyday")));

        await arena.Alice.MessageCommandAsync(Command, battle.Id);
        var menu = await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.Contains("What is the prompt", StringComparison.Ordinal));
        Assert.Contains("It was taken for `writing`.", menu.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(await arena.Bob.MessagesAsync(), message => message.Id == menu.Id);
        using (var foreign = await arena.Bob.ChooseAsync(menu, "everyday"))
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using (var hostile = await arena.Alice.ChooseAsync(menu, "'; drop table battles"))
            Assert.Equal(HttpStatusCode.BadRequest, hostile.StatusCode);
        Assert.Equal(("de", "writing", "Rule"), Stored(arena));

        using (var chosen = await arena.Alice.ChooseAsync(menu, "everyday"))
            Assert.Equal(HttpStatusCode.NoContent, chosen.StatusCode);

        var done = await arena.Alice.SeeChangedAsync(menu, message => message.Content.StartsWith("Battle 1", StringComparison.Ordinal));
        Assert.Equal("Battle 1 is `everyday` now; it was `writing`. The ratings of `writing` and `everyday` were computed again.", done.Content);
        Assert.Empty(done.Json["components"]!.AsArray());
        var shown = await arena.Carol.SeeChangedAsync(battle, message => message.Content.Contains("`everyday`", StringComparison.Ordinal));
        Assert.True(shown.Offers("New battle"));
        Assert.Equal(("de", "everyday", "Moderator"), Stored(arena));
        Assert.Equal((0, 4), (Rated(arena, "writing"), Rated(arena, "everyday")));
        Assert.Equal(
            "from writing to everyday", arena.Query<string>("select detail from audit where action = 'battle.category' and member_id is not null").Single());
    }

    [Fact]
    public async Task A_member_is_not_offered_it_and_other_messages_are_no_battles()
    {
        await using var arena = await ArenaDriver.StartAsync();
        Assert.Contains(Command, await CommandsOfAsync(arena.Alice));
        Assert.DoesNotContain(Command, await CommandsOfAsync(arena.Bob));

        await arena.Alice.MessageCommandAsync(Command, await arena.Alice.SayAsync("What a nice day."));
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("That message is not a battle's.", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> CommandsOfAsync(MemberClient member) =>
        [.. (await member.GetAsync($"guilds/{member.Server}/application-command-index"))["application_commands"]!.AsArray().Select(command => (string)command!["name"]!)];

    private static (string, string, string) Stored(ArenaDriver arena) =>
        arena.Query<(string, string, string)>("select language, category, category_source from battles").Single();

    /// <summary>Elo rows of a category: two models, in this server and everywhere.</summary>
    private static long Rated(ArenaDriver arena, string category) =>
        arena.Query<long>("select count(*) from ratings where system = 'Elo' and category = @Category", new { Category = category }).Single();
}
