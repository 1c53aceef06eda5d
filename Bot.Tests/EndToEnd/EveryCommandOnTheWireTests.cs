using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.EndToEnd;

/// <summary>
/// Every command that is registered, as each of those meets it who may come by: a member, a newcomer, a moderator by role alone, the owner of the home
/// server, and the owner of another server. Discord shows them all commands, so that it is the bot that decides. Here it is who is let in; what the
/// commands do is told in the tests of each concept.
/// </summary>
public sealed class EveryCommandOnTheWireTests(VisitedArenaFixture place) : IClassFixture<VisitedArenaFixture>
{
    private const string BattleThis = "Battle this", ReportBattle = "Report battle", CorrectCategory = "Correct category", Import = "prompt import";
    private const string Carol = "563000000000000003";

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["battle"] = new(Whose.Everybody, "asked by <@", ("prompt", "Is a tomato a fruit?")),
        ["duel"] = new(Whose.Everybody, "asked by <@", ("model_a", "owl:7b"), ("model_b", "parrot:1b"), ("prompt", "Is a tomato a fruit?")),
        [BattleThis] = new(Whose.Everybody, "asked by <@"),
        [ReportBattle] = new(Whose.Everybody, "That message is not a battle's"),
        [CorrectCategory] = new(Whose.Moderators, "That message is not a battle's"),
        ["leaderboard"] = new(Whose.Everybody, "No battle has been counted here yet"),
        ["elo"] = new(Whose.Everybody, "owl:7b", ("model", "owl:7b")),
        ["chart"] = new(Whose.Everybody, "No battle has been counted here yet", ("kind", "wins")),
        ["me"] = new(Whose.Everybody, "None of your votes is in a settled battle yet"),
        ["help"] = new(Whose.Everybody, "/leaderboard"),
        ["privacy show"] = new(Whose.Everybody, "Stored under your Discord id|Nothing is stored about you"),
        ["privacy forget"] = new(Whose.Everybody, "Forget me|Nothing is stored about you"),

        ["models list"] = new(Whose.Everybody, @"fox:3b"),
        ["models info"] = new(Whose.Everybody, "Digest", ("model", "fox:3b")),
        ["models suggest"] = new(Whose.Everybody, "is on the moderators' list|already and waits", ("model", "otter:4b")),
        ["model add"] = new(Whose.RosterKeepers, "is on the roster already", ("model", "owl:7b")),
        ["model pull"] = new(Whose.RosterKeepers, "is here already, and on the roster", ("model", "owl:7b")),
        ["model retire"] = new(Whose.RosterKeepers, "plays no more|retired already", ("model", "hamster:0.5b")),
        ["model restore"] = new(Whose.RosterKeepers, "plays again|plays already", ("model", "raven:8b")),
        ["model flag"] = new(Whose.RosterKeepers, "is flagged", ("model", "elephant:14b"), ("reason", "It copies.")),
        ["model edit"] = new(Whose.RosterKeepers, "is changed|nothing", ("model", "owl:7b"), ("name", "Uhu")),
        ["model remove"] = new(Whose.RosterKeepers, "Keep it", ("model", "owl:7b")),
        ["model suggestions"] = new(Whose.RosterKeepers, "otter:4b|Nothing waits for a decision"),
        ["model bench"] = new(Whose.Moderators, "does not play in this server|is benched in this server already", ("model", "hamster:0.5b")),
        ["model play"] = new(Whose.Moderators, "plays in this server", ("model", "raven:8b")),

        ["prompts random"] = new(Whose.Everybody, "Battle with this"),
        ["prompts suggest"] = new(Whose.Everybody, "is on the moderators' list|already and waits", ("text", "Name a fish.")),
        ["prompt add"] = new(Whose.Moderators, "is in this server's library|is in the library already", ("text", "Name a bird.")),
        ["prompt list"] = new(Whose.Moderators, "library"),
        ["prompt remove"] = new(Whose.Moderators, "There is no such prompt", ("prompt", "4711")),
        [Import] = new(Whose.Moderators, "Added 1 prompt|duplicate", ("file", "Name a tree.")),
        ["prompt suggestions"] = new(Whose.Moderators, "Name a fish|Nothing waits for a decision"),

        ["arena settings"] = new(Whose.Moderators, "Settings: Voting"),
        ["arena moderators"] = new(Whose.Managers, "moderate here"),
        ["arena status"] = new(Whose.Moderators, "1 reachable"),
        ["arena audit"] = new(Whose.Moderators, @"\*\*Audit\*\*"),
        ["arena ban"] = new(Whose.Moderators, "is banned|can not ban yourself", ("member", Carol)),
        ["arena unban"] = new(Whose.Moderators, "is not banned", ("member", Carol)),
        ["arena cancel"] = new(Whose.Moderators, "There is no such battle here", ("battle", 4711)),
        ["arena export"] = new(Whose.Moderators, "there is nothing to export"),
        ["arena suspicions"] = new(Whose.Moderators, "agreed upon"),
        ["arena presets list"] = new(Whose.Moderators, "balanced"),
        ["arena presets set"] = new(Whose.Moderators, @"The preset \*\*terse\*\*", ("name", "terse"), ("output_tokens", 50)),
        ["arena presets remove"] = new(Whose.Moderators, "This server has no preset `loud`", ("name", "loud")),
    };

    public static TheoryData<string> Commands => [.. Rows.Keys];

    [Fact]
    public async Task There_is_a_row_for_every_command_that_is_registered()
    {
        var index = (await place.Arena.Alice.GetAsync($"guilds/{place.Arena.Alice.Server}/application-command-index"))["application_commands"]!.AsArray();
        Assert.Equal(index.SelectMany(command => Paths(command!)).Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_answers_those_whom_it_is_for_and_refuses_the_others_without_a_deed(string path)
    {
        var row = Rows[path];
        var before = Deeds();
        foreach (var visitor in place.Visitors.Where(visitor => visitor.Refusal(row.For) is not null))
        {
            var told = await visitor.Client.HearAsync(() => UseAsync(visitor.Client, path, row.Options), message => message.IsEphemeral);
            Assert.Equal((visitor.Name, visitor.Refusal(row.For)), (visitor.Name, told.Content));
        }

        Assert.Equal(before, Deeds());
        foreach (var visitor in place.Visitors.Where(visitor => visitor.Refusal(row.For) is null))
            await visitor.Client.HearAsync(() => UseAsync(visitor.Client, path, row.Options), message => Regex.IsMatch(message.Everything, row.Told));
    }

    private static async Task UseAsync(MemberClient member, string path, (string Name, JsonNode Value)[] options)
    {
        if (path is BattleThis or ReportBattle or CorrectCategory)
            await member.MessageCommandAsync(path, await member.SayAsync("Is a tomato a fruit?"));
        else if (path == Import)
            await member.AttachAsync(path, options[0].Name, "mine.txt", Encoding.UTF8.GetBytes((string)options[0].Value!));
        else
            await member.CommandAsync(path, options);
    }

    /// <summary>Whatever anybody does leaves a line in the audit, or a row in one of these.</summary>
    private string Deeds() => string.Join('\n', place.Arena.Query<string>(
        "select 'audit ' || count(*) from audit union all select 'pulls ' || count(*) from pulls union all select 'battles ' || count(*) from battles"));

    /// <summary>"battle", "model add", "arena presets set".</summary>
    private static IEnumerable<string> Paths(JsonNode command)
    {
        var below = command["options"]?.AsArray().Where(option => (int)option!["type"]! is 1 or 2 && (int?)command["type"] is not 3).ToList();
        var name = (string)command["name"]!;
        return below is [_, ..] ? below.SelectMany(part => Paths(part!)).Select(path => $"{name} {path}") : [name];
    }

    private sealed record Row(Whose For, string Told, params (string Name, JsonNode Value)[] Options);
}
