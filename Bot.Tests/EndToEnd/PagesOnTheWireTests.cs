using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>What has more than one page is turned by whoever reads it.</summary>
public sealed class PagesOnTheWireTests
{
    [Fact]
    [Presses(ButtonIds.Board, ButtonIds.Chart, ButtonIds.Roster, ButtonIds.PromptList)]
    public async Task Boards_charts_the_roster_and_the_library_are_read_to_their_end()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.BattleAsync();
        await arena.Bob.ReactAsync(battle, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots").Single() == 1));
        await arena.Alice.PressAsync(battle, "Reveal");
        await arena.Alice.SeeChangedAsync(battle, message => message.Offers("New battle"));
        await arena.KillBotAsync();
        MoreModels(arena);
        await arena.StartBotAsync();

        foreach (var (command, more) in new (string, (string, JsonNode)[])[]
        {
            ("models list", []), ("leaderboard", []), ("chart", [("kind", "wins")]),
        })
            await TurnAsync(arena.Bob, arena.Dave, command, more);
        await TurnAsync(arena.Alice, arena.Alice, "prompt list", []);
    }

    /// <summary>One asks, and another turns the page.</summary>
    private static async Task TurnAsync(MemberClient asks, MemberClient turns, string command, (string, JsonNode)[] options)
    {
        var first = await asks.HearAsync(() => asks.CommandAsync(command, options), message => message.Offers("Next"));
        Assert.Equal((true, false), (IsDisabled(first, "Previous"), IsDisabled(first, "Next")));
        await turns.PressAsync(first, "Next");
        var second = await turns.SeeChangedAsync(first, message => !IsDisabled(message, "Previous"));
        Assert.NotEqual(Text(first), Text(second));
        await turns.PressAsync(second, "Previous");
        var again = await turns.SeeChangedAsync(first, message => IsDisabled(message, "Previous"));
        Assert.Equal(Text(first), Text(again));
    }

    private static bool IsDisabled(SeenMessage message, string label) => message.Buttons.Single(button => button.Label == label).IsDisabled;

    private static string Text(SeenMessage message) => (string)message.Embeds[0]["description"]!;

    /// <summary>Fourteen more models, each of which has lost to the one before it: too many for one page.</summary>
    private static void MoreModels(ArenaDriver arena)
    {
        var battles = Columns("battles").Except(["id", "message_id", "model_a", "model_b", "settled_at"]);
        var models = Columns("models").Except(["tag"]);
        var before = arena.Query<string>("select model_a from battles").Single();
        for (var i = 1; i <= 14; i++)
        {
            var tag = $"twin{i:00}:1b";
            arena.Change($"insert into models (tag, {string.Join(", ", models)}) select @tag, {string.Join(", ", models)} from models where tag = 'fox:3b'", new { tag });
            arena.Change($"insert into battles (model_a, model_b, settled_at, {string.Join(", ", battles)}) select @before, @tag, settled_at + @i, {string.Join(", ", battles)} from battles where id = 1", new { before, tag, i });
            arena.Change(
                "insert into ballots (battle_id, member_id, choice, counted, cast_at) select (select max(id) from battles), member_id, choice, 1, cast_at from ballots where battle_id = 1");
            before = tag;
        }

        IReadOnlyList<string> Columns(string table) => arena.Query<string>($"select name from pragma_table_info('{table}')");
    }
}
