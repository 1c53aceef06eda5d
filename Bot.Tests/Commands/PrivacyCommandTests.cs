using System.Text.Json;
using Bot.Discord.Messages;
using Bot.Presentation;

namespace Bot.Tests.Commands;

public sealed class PrivacyCommandTests
{
    [Fact]
    public async Task Whoever_has_left_nothing_is_told_so()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(PrivacyMessage.Nothing, await arena.UseAsync("privacy show"));
    }

    [Fact]
    public async Task A_member_is_given_everything_in_a_file_that_only_they_see()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.StartsWith("Stored under your Discord id, in all servers of this arena: battles started: 1. All of it is in the file.", await arena.UseAsync("privacy show"), StringComparison.Ordinal);

        var file = Assert.Single(arena.Discord.Answers.Last().Files);
        var battle = JsonDocument.Parse(file.Content).RootElement.GetProperty("battles started")[0];
        Assert.Equal(("Is 91 prime?", 1, "2"), (battle.GetProperty("prompt").GetString(), battle.GetProperty("battle").GetInt32(), battle.GetProperty("channel_id").GetString()));
        Assert.EndsWith("Z", battle.GetProperty("created_at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_asks_first_and_then_does_it_for_the_one_who_presses()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        var asked = await arena.UseAsync("privacy forget");
        Assert.StartsWith("(ephemeral)\nThis takes your id out of everything", asked, StringComparison.Ordinal);
        var buttons = arena.Discord.Answers.Last().Components.Single().Components.Cast<Component.Button>().Select(button => button.CustomId).ToList();
        Assert.Equal(["forget:name", "forget:texts"], buttons);
        Assert.False((await arena.UntilAsync(1, _ => true)).Starter.IsForgotten);

        Assert.Equal("You are forgotten: 0 votes and 1 battle stay without your id.", await arena.PressAsync(buttons[0]));
        Assert.True((await arena.UntilAsync(1, _ => true)).Starter.IsForgotten);
        await Eventually.TrueAsync(() => Task.FromResult(arena.Discord.Edits.Any(edit => edit.Content?.Contains("asked by someone", StringComparison.Ordinal) == true)));
        Assert.Equal("There is nothing left that could be forgotten.", await arena.PressAsync(buttons[0]));
    }

    [Theory]
    [InlineData("forget")]
    [InlineData("forget:everybody")]
    [InlineData("forget:name:4")]
    public async Task A_button_that_is_none_of_ours_does_nothing(string customId)
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync(customId));
        Assert.False((await arena.UntilAsync(1, _ => true)).Starter.IsForgotten);
    }
}
