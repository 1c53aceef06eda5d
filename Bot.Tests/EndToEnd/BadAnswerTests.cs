namespace Bot.Tests.EndToEnd;

/// <summary>Models misbehave; members see one plain sentence or a harmless answer.</summary>
public sealed class BadAnswerTests
{
    [Theory]
    [InlineData("empty")]
    [InlineData("dies")]
    [InlineData("error")]
    [InlineData("never-done")]
    public async Task An_answer_that_fails_twice_voids_the_battle_and_offers_another_try(string fault)
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync(fault, times: 20);
        await arena.Alice.CommandAsync("battle", ("prompt", "Is anybody there?"));

        var gone = await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.Contains("Nothing was counted", gone.Everything, StringComparison.Ordinal);
        Assert.All(arena.Query<string>("select tag from models"), tag => Assert.DoesNotContain(tag, gone.Everything, StringComparison.Ordinal));
        Assert.DoesNotContain("<html", gone.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", gone.Everything, StringComparison.Ordinal);
        Assert.NotEmpty(arena.Query<string>("select void_detail from battles where state = 'Void'").Single());

        await arena.HealModelsAsync();
        await arena.Alice.PressAsync(gone, "Try again");
        await arena.Alice.SeeAsync(message => message.IsVoting);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("busy")]
    public async Task A_node_that_cannot_serve_is_waited_for_and_then_given_up(string fault)
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_WAIT_BOUND", "3s"));
        await arena.SpoilAnswersAsync(fault, times: 1_000);
        await arena.Alice.CommandAsync("battle", ("prompt", "Is anybody there?"));
        var gone = await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.DoesNotContain("<html", gone.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(arena.Query<string>("select void_detail from battles where state = 'Void'").Single());
    }

    [Fact]
    public async Task An_answer_that_fails_once_is_asked_for_again()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync("dies", times: 1);
        await arena.BattleAsync();
        Assert.Equal(2, arena.Query<long>("select count(*) from answers").Single());
    }

    [Fact]
    public async Task A_model_that_falls_silent_is_not_waited_for_for_ever()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_SILENCE", "1s"), ("ARENA_FIRST_TOKEN", "2s"));
        await arena.SpoilAnswersAsync("stalls", times: 20);
        await arena.Alice.CommandAsync("battle", ("prompt", "Say something."));
        var gone = await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.Contains("went silent", gone.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_ended()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_TOTAL", "2s"), ("ARENA_FIRST_TOKEN", "2s"), ("ARENA_SILENCE", "2s"));
        await arena.SlowDownModelsAsync();
        await arena.SpoilAnswersAsync("endless", times: 20);
        await arena.Alice.CommandAsync("battle", ("prompt", "Tell me everything."));
        await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        await Eventually.TrueAsync(async () => (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["in_flight"]! == 0);
        Assert.Contains("was not complete after", arena.Query<string>("select void_detail from battles where state = 'Void'").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_answer_stands_whole_in_a_file_beside_its_opening_part()
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync("long", times: 2);
        var battle = await arena.BattleAsync();
        Assert.Contains("continued in answer-a.md", battle.Everything, StringComparison.Ordinal);
        var file = battle.Attachments.Single(candidate => (string)candidate["filename"]! == "answer-a.md");
        var text = System.Text.Encoding.UTF8.GetString(await arena.Alice.DownloadAsync((string)file["url"]!));
        Assert.Equal(arena.Query<string>("select text from answers where side = 'A'").Single().Trim(), text.Trim());
        Assert.True(text.Length > 5_000);
    }

    [Theory]
    [InlineData("fence")]
    [InlineData("pings")]
    [InlineData("rtl")]
    [InlineData("links")]
    public async Task Hostile_answers_stay_in_their_box_and_ping_nobody(string fault)
    {
        await using var arena = await ArenaDriver.StartAsync();
        await arena.SpoilAnswersAsync(fault, times: 2);
        var battle = await arena.BattleAsync();
        Assert.Empty(battle.Json["mentions"]!.AsArray());
        Assert.False((bool)battle.Json["mention_everyone"]!);
        Assert.Empty(battle.Json["mention_roles"]!.AsArray());
        foreach (var text in battle.Embeds.Select(embed => (string)embed["description"]!))
        {
            Assert.DoesNotContain(text, character => character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
            Assert.DoesNotMatch(@"\[[^\]]*\]\(https?://", text);
            var fences = System.Text.RegularExpressions.Regex.Matches(text, "^`{3,}", System.Text.RegularExpressions.RegexOptions.Multiline);
            Assert.True(fences.Count % 2 == 0, $"a fence is left open:\n{text}");
        }
    }

    [Fact]
    public async Task While_the_models_are_away_battles_wait_and_then_play()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync();
        await using var relay = new LoopbackRelay(arena.Address);
        arena.Set("OLLAMA_HOST", new Uri(relay.Address, "/ollama").ToString());
        await arena.StartBotAsync();
        relay.Unplug();

        await arena.Alice.CommandAsync("battle", ("prompt", "Are the models back yet?"));
        await arena.Alice.SeeAsync(message => message.Everything.Contains("not reachable", StringComparison.Ordinal));
        await arena.Alice.CommandAsync("arena status");
        await arena.Alice.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("None is reachable", StringComparison.Ordinal));

        relay.Plug();
        await arena.Alice.SeeAsync(message => message.IsVoting);
    }

    [Fact]
    public async Task Models_that_stay_away_end_the_wait()
    {
        await using var arena = await ArenaDriver.WithoutBotAsync(("ARENA_WAIT_BOUND", "2s"));
        await using var relay = new LoopbackRelay(arena.Address);
        arena.Set("OLLAMA_HOST", new Uri(relay.Address, "/ollama").ToString());
        await arena.StartBotAsync();
        relay.Unplug();

        await arena.Alice.CommandAsync("battle", ("prompt", "Hello?"));
        await arena.Alice.SeeAsync(message => message.Offers("Try again"));
        Assert.Equal("Void", arena.Query<string>("select state from battles").Single());
    }

    [Fact]
    public async Task Cancelling_a_battle_stops_the_model()
    {
        await using var arena = await ArenaDriver.StartAsync(("ARENA_STREAMING", "live"));
        await arena.SlowDownModelsAsync();
        await arena.Alice.CommandAsync("battle", ("prompt", "Take your time."));
        var waiting = await arena.Alice.SeeAsync(message => message.Offers("Cancel"));
        // In the middle of its answer: one that has said nothing yet is left more easily.
        await arena.Alice.SeeChangedAsync(waiting, message => message.Embeds.Any(embed => embed["description"] is not null));
        Assert.Equal(1, (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["in_flight"]!);

        await arena.Alice.PressAsync(waiting, "Cancel");

        await Eventually.TrueAsync(async () => (int)(await arena.Alice.GetAsync("/ollama/sandbox/requests"))["aborted"]! == 1);
        await arena.Alice.SeeChangedAsync(waiting, message => message.Offers("Try again") || message.Everything.Contains("ancelled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fewer_than_two_models_is_said_and_what_to_do()
    {
        await using var arena = await ArenaDriver.StartAsync();
        foreach (var tag in arena.Query<string>("select tag from models").Skip(1))
        {
            await arena.Alice.CommandAsync("model retire", ("model", tag));
            await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select status from models where tag = @tag", new { tag }).Single() == "Retired"));
        }

        await arena.Bob.CommandAsync("battle", ("prompt", "Anyone?"));
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("fewer than two models", StringComparison.Ordinal)
            && message.Everything.Contains("/model add", StringComparison.Ordinal));
    }
}
