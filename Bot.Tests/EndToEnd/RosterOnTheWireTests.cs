using System.Text.Json.Nodes;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>
/// <c>/model</c> and <c>/models</c> as those meet them whom they concern: Alice moderates the home server; Carol is a member there and moderates another
/// server; Bob and Dave are members. Who is refused which command is told in <see cref="EveryCommandOnTheWireTests"/>.
/// </summary>
public sealed class RosterOnTheWireTests(RosterOnTheWireTests.TwoServers place) : IClassFixture<RosterOnTheWireTests.TwoServers>
{
    private ArenaDriver Arena => place.Arena;

    [Fact]
    public async Task Everybody_sees_the_models_wherever_they_are()
    {
        foreach (var member in new[] { Arena.Alice, place.CarolElsewhere, Arena.Bob, Arena.Dave })
        {
            Assert.Contains("hamster:0.5b", (await member.AskAsync("models list")).Everything, StringComparison.Ordinal);
            var card = (await member.AskAsync("models info", ("model", "Hamster:0.5b"))).Everything;
            Assert.Contains("hamster:0.5b", card, StringComparison.Ordinal);
            Assert.Contains("Digest", card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_moderator_of_another_server_chooses_who_plays_there()
    {
        Assert.StartsWith("**fox:3b** does not play in this server any more.", await ChangeAsync(place.CarolElsewhere, "bench", "fox:3b"), StringComparison.Ordinal);
        Assert.Contains("Benched in this server", (await place.CarolElsewhere.AskAsync("models list")).Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Benched", (await Arena.Bob.AskAsync("models list")).Everything, StringComparison.Ordinal);
        Assert.Equal("**fox:3b** plays in this server already.", await ChangeAsync(Arena.Alice, "play", "fox:3b"));
        Assert.Equal("**fox:3b** plays in this server again.", await ChangeAsync(place.CarolElsewhere, "play", "fox:3b"));

        Assert.Empty(Arena.Query<string>("select tag from server_benches"));
        Assert.Equal(["model.benched", "model.played"], Arena.Query<string>("select action from audit where subject = 'fox:3b' and server_id is not null order by id"));
    }

    [Fact]
    public async Task A_moderator_of_the_home_server_retires_restores_flags_and_edits()
    {
        Assert.StartsWith("**raven:8b** plays no more.", await ChangeAsync(Arena.Alice, "retire", "raven:8b"), StringComparison.Ordinal);
        Assert.Equal("**raven:8b** plays again, with its old rating.", await ChangeAsync(Arena.Alice, "restore", "raven:8b"));
        Assert.Equal("**raven:8b (8B, Q4_K_M)** is on the roster already.", await ChangeAsync(Arena.Alice, "add", "raven:8b"));
        Assert.StartsWith("**raven:8b** is flagged", await WhisperedAsync(
            Arena.Alice, "model flag", ("model", "raven:8b"), ("reason", "Saw the *prompts*."), ("link", "https://example.test/why")), StringComparison.Ordinal);
        Assert.Contains("⚑", (await Arena.Bob.AskAsync("models list")).Everything, StringComparison.Ordinal);
        Assert.Contains("<https://example.test/why>", (await Arena.Bob.AskAsync("models info", ("model", "raven:8b"))).Everything, StringComparison.Ordinal);
        Assert.StartsWith("**raven:8b** is changed: kind fine-tuned, shown as Nevermore, plays in age-restricted channels only.", await WhisperedAsync(
            Arena.Alice, "model edit", ("model", "raven:8b"), ("kind", "FineTuned"), ("name", "Nevermore"), ("age_restricted", true)), StringComparison.Ordinal);

        Assert.Equal(("Flagged", "FineTuned", "Nevermore", 1L), Arena.Query<(string, string, string, long)>(
            "select status, kind, display_name, age_restricted from models where tag = 'raven:8b'").Single());
        Assert.Equal(
            ["model.added", "model.retired", "model.restored", "model.flagged", "model.edited"],
            Arena.Query<string>("select action from audit where subject = 'raven:8b' order by id"));
    }

    [Fact]
    [Presses(ButtonIds.RemoveModel, ButtonIds.KeepModel)]
    public async Task Removing_asks_first_and_who_lost_the_role_meanwhile_removes_nothing()
    {
        var role = (string)(await Arena.Alice.GetAsync($"guilds/{Arena.Alice.Server}/roles")).AsArray().Single(one => (string)one!["name"]! == "Moderators")!["id"]!;
        var membership = $"guilds/{Arena.Dave.Server}/members/{await Arena.Dave.IdAsync()}/roles/{role}";
        await Arena.Alice.PutAsync(membership, new JsonObject());
        var asked = await Arena.Dave.AskAsync("model remove", ("model", "parrot:1b"));
        Assert.True(asked is { IsEphemeral: true, Buttons.Count: 3 });
        await Arena.Alice.DeleteAsync(membership);
        await Arena.Dave.PressAsync(asked, "Remove");
        await Arena.Dave.SeeAsync(message => message.IsEphemeral && message.Content == ErrorText.OnlyModerators && message.Number > asked.Number);
        Assert.Equal("no", Removed());

        asked = await Arena.Alice.AskAsync("model remove", ("model", "parrot:1b"));
        await Arena.Alice.PressAsync(asked, "Keep it");
        await Arena.Alice.SeeChangedAsync(asked, message => message is { Content: "**parrot:1b** stays on the roster.", Buttons.Count: 0 });
        Assert.Equal("no", Removed());
        asked = await Arena.Alice.AskAsync("model remove", ("model", "parrot:1b"));
        await Arena.Alice.PressAsync(asked, "Remove");
        await Arena.Alice.SeeChangedAsync(asked, message => message.Content.StartsWith("**parrot:1b** is off the roster.", StringComparison.Ordinal) && message.Buttons.Count == 0);
        Assert.Equal("yes", Removed());
        Assert.DoesNotContain("parrot:1b", (await Arena.Bob.AskAsync("models list")).Everything, StringComparison.Ordinal);

        Assert.EndsWith("plays again, with its old rating.", await ChangeAsync(Arena.Alice, "add", "parrot:1b"), StringComparison.Ordinal);
        Assert.Equal(["model.added", "model.removed", "model.restored"], Arena.Query<string>("select action from audit where subject = 'parrot:1b' order by id"));

        string Removed() => Arena.Query<string>("select iif(removed_at is null, 'no', 'yes') from models where tag = 'parrot:1b'").Single();
    }

    [Fact]
    public async Task What_is_no_tag_is_answered_in_one_plain_sentence_and_changes_nothing()
    {
        string[] bad =
        [
            " ", "owl 7b", "owl:7b; rm -rf /", "$(reboot)", "`id`", "owl:7b|cat", "https://evil.example/owl:7b", "http://evil.example", "../../etc/passwd",
            "@everyone", "<@1>", "[owl](https://evil.example)", "owl:7b\nfox:3b", "\u202Elwo", new string('a', 300), $"owl:{new string('7', 300)}",
        ];
        var before = Stored();
        foreach (var (path, more) in new (string, (string, JsonNode)[])[]
        {
            ("model add", []), ("model pull", []), ("model flag", [("reason", "Because.")]), ("model remove", []), ("models info", []), ("model bench", []),
        })
        {
            using var alice = await place.InNewChannelAsync("sandbox-alice");
            foreach (var tag in bad)
            {
                var told = await WhisperedAsync(alice, path, [("model", tag), .. more]);
                Assert.InRange(told.Length, 10, 250);
                Assert.True(told.EndsWith('.') && !told.Contains('\n'), $"{path} {tag}: {told}");
                Assert.DoesNotContain("evil.example", OutsideCode(told), StringComparison.Ordinal);
                Assert.DoesNotContain("@everyone", OutsideCode(told), StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, Stored());
        Assert.Empty(Arena.Query<long>("select id from pulls"));
    }

    [Fact]
    [Presses(ButtonIds.RestoreModel)]
    public async Task A_model_that_fails_three_times_is_benched_and_told_once_even_if_the_bot_dies_meanwhile()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.ShowToAllAsync("model");
        foreach (var tag in new[] { "hamster:0.5b", "parrot:1b", "raven:8b", "elephant:14b" })
            await arena.Alice.AskAsync("model bench", ("model", tag));
        await arena.Alice.PostAsync("/ollama/sandbox/faults", new JsonObject { ["fault"] = "missing", ["model"] = "fox:3b", ["times"] = 30 });
        for (var battle = 1; battle <= 3; battle++)
        {
            await arena.Bob.CommandAsync("battle", ("prompt", $"What is {battle} and {battle}?"));
            await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from battles where state = 'Void'").Single() == battle));
        }

        var notice = await arena.Alice.SeeAsync(message => message.Offers("Bring it back"));
        Assert.StartsWith("**fox:3b** failed 3 battles in a row: ", notice.Content, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select bench_told from models where tag = 'fox:3b'").Single() == 1));
        await arena.Bob.PressAsync(notice, "Bring it back");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content == ErrorText.OnlyModerators);

        // Death between posting and noting it, and death before posting.
        await arena.KillBotAsync();
        arena.Change("update models set bench_told = 0 where tag = 'fox:3b'");
        arena.Change("update models set benched_at = 1790000000000, failures = 3 where tag = 'owl:7b'");
        await arena.StartBotAsync();
        await arena.Alice.SeeAsync(message => message.Offers("Bring it back") && message.Content.StartsWith("**owl:7b** failed", StringComparison.Ordinal));
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select sum(bench_told) from models").Single() == 2));
        Assert.Equal(2, (await arena.Alice.MessagesAsync()).Count(message => message.Offers("Bring it back")));

        await arena.HealModelsAsync();
        await arena.Alice.PressAsync(notice, "Bring it back");
        await arena.Alice.SeeChangedAsync(notice, message => message.Content.EndsWith("**fox:3b** plays again, with its old rating.", StringComparison.Ordinal) && message.Buttons.Count == 0);
        Assert.Equal(["owl:7b"], arena.Query<string>("select tag from models where benched_at is not null"));
    }

    private static Task<string> ChangeAsync(MemberClient member, string subcommand, string model) =>
        WhisperedAsync(member, $"model {subcommand}", ("model", model));

    private static async Task<string> WhisperedAsync(MemberClient member, string path, params (string, JsonNode)[] options)
    {
        var told = await member.AskAsync(path, options);
        Assert.True(told.IsEphemeral, $"{path}: {told.Content}");
        return told.Content;
    }

    private static string OutsideCode(string text) => string.Concat(text.Split('`').Where((_, index) => index % 2 == 0));

    private string Stored() => string.Join('\n', Arena.Query<string>(
        """
        select tag || ' ' || status || ' ' || kind || ' ' || display_name || ' ' || ifnull(removed_at, '') from models
        union all select 'pull ' || tag from pulls union all select 'bench ' || tag from server_benches union all select 'audit ' || id from audit
        """));

    /// <summary>The home server, and one of which Carol is the owner.</summary>
    public sealed class TwoServers : IAsyncLifetime
    {
        internal ArenaDriver Arena { get; private set; } = null!;

        internal MemberClient CarolElsewhere { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Arena = await ArenaDriver.StartAsync();
            await Arena.ShowToAllAsync("model");
            CarolElsewhere = await Arena.NewServerAsync("Elsewhere", "carol");
        }

        internal async Task<MemberClient> InNewChannelAsync(string token)
        {
            var channel = await Arena.Alice.PostAsync($"sandbox/guilds/{Arena.Alice.Server}/channels", new JsonObject { ["name"] = "aside" });
            return new MemberClient(Arena.Address, token) { Server = Arena.Alice.Server, Channel = (string)channel["id"]! };
        }

        public async ValueTask DisposeAsync()
        {
            CarolElsewhere.Dispose();
            await Arena.DisposeAsync();
        }
    }
}
