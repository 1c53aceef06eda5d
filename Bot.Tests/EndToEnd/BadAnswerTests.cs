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
}
