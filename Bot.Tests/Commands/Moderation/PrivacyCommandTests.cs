using System.IO.Compression;
using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Tests.Commands.Moderation;

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
    public async Task What_no_file_can_hold_is_compressed_and_then_cut_to_the_newest()
    {
        await using var arena = await CommandDriver.StartAsync();
        for (var i = 1; i <= 40; i++)
            await arena.UseAsync("battle", new { prompt = $"Question {i}: {Guid.NewGuid()}?" });
        await arena.UseAsync("privacy show");
        var whole = arena.Discord.Answers.Last().Files.Single();
        var rows = JsonDocument.Parse(whole.Content).RootElement.GetProperty("battles started").GetArrayLength();
        Assert.True(rows > 3, "there is enough to cut");

        // Its length moves a little while the battles go on.
        Assert.Contains("All of it is in the file.", await arena.UseAsync("privacy show", null, Limit(whole.Content.Length * 3 / 4)), StringComparison.Ordinal);
        var compressed = arena.Discord.Answers.Last().Files.Single();
        Assert.Equal(("stored-about-me.json.gz", "application/gzip"), (compressed.Name, compressed.MediaType));
        await using var gzip = new GZipStream(new MemoryStream(compressed.Content.ToArray()), CompressionMode.Decompress);
        Assert.Equal(rows, (await JsonDocument.ParseAsync(gzip, cancellationToken: TestContext.Current.CancellationToken)).RootElement.GetProperty("battles started").GetArrayLength());

        var said = await arena.UseAsync("privacy show", null, Limit(400));
        Assert.Matches("the newest of each, at most [13]; the operator can give you the rest", said);
        Assert.InRange(arena.Discord.Answers.Last().Files.Single().Content.Length, 1, 400);

        static Func<InteractionOrigin, InteractionOrigin> Limit(long bytes) => origin => origin with { AttachmentSizeLimit = bytes };
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
