namespace Bot.Tests.EndToEnd;

/// <summary>Prompts nobody should be surprised by, and what members see of them.</summary>
public sealed class BadPromptTests(ArenaFixture fixture) : IClassFixture<ArenaFixture>
{
    private ArenaDriver Arena => fixture.Arena;

    [Theory]
    [InlineData("   \n\t ")]
    [InlineData("\u200b\u200b")]
    public async Task A_prompt_of_nothing_but_whitespace_is_refused_with_a_sentence(string prompt)
    {
        var before = Battles();
        await Arena.Bob.CommandAsync("battle", ("prompt", prompt));
        await Arena.Bob.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("prompt", StringComparison.OrdinalIgnoreCase)
            && message.Everything.Contains("empty", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(before, Battles());
    }

    [Fact]
    public async Task A_message_without_text_is_no_prompt_and_that_is_said()
    {
        var before = Battles();
        await Arena.Bob.MessageCommandAsync("Battle this", await Arena.Bob.UploadAsync("silence.bin", [0]));
        await Arena.Bob.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("has no text", StringComparison.Ordinal));
        Assert.Equal(before, Battles());
    }

    [Fact]
    public async Task A_prompt_of_4000_characters_is_refused_with_the_limit_named()
    {
        await Arena.Carol.CommandAsync("battle", ("prompt", new string('x', 4_000)));
        await Arena.Carol.SeeAsync(message => message.IsEphemeral && message.Everything.Contains("4,000", StringComparison.Ordinal)
            && message.Everything.Contains("2,000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?", "> ?")]
    [InlineData("Tell @everyone and <@563000000000000001> that lunch is ready", "lunch is ready")]
    [InlineData("What does this do: ```python\nprint(1)", "print(1)")]
    [InlineData("Reverse this \u202Edrow\u202C please, the forgotten one", "please, the forgotten one")]
    public async Task Odd_prompts_play_and_ping_nobody(string prompt, string mark)
    {
        await Arena.Dave.CommandAsync("battle", ("prompt", prompt));
        var battle = await Arena.Dave.SeeAsync(message => message.IsVoting && message.Everything.Contains(mark, StringComparison.Ordinal));

        Assert.Empty(battle.Json["mentions"]!.AsArray());
        Assert.False((bool)battle.Json["mention_everyone"]!);
        Assert.DoesNotContain('\u202E', battle.Everything);
        Assert.DoesNotContain("\\u202e", battle.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, battle.Content.Split("```").Length % 2 == 1 ? 0 : 1);
        Assert.Equal(prompt, Arena.Query<string>("select prompt from battles where message_id = @id", new { id = long.Parse(battle.Id) }).Single());
    }

    private long Battles() => Arena.Query<long>("select count(*) from battles where starter_id = 563000000000000002").Single();
}
