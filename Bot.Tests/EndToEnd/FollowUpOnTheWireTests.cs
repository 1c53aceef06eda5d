using System.Text;
using static Bot.Tests.Page.Browser;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.EndToEnd;

/// <summary>Going on with a battle's conversation, through the wire and on the page.</summary>
public sealed class FollowUpOnTheWireTests
{
    private const string First = "Which is heavier, a pound of feathers or a pound of lead?";
    private const string Further = "And which of the two takes more room?";

    [Fact]
    public async Task The_starter_asks_further_on_the_page_the_bot_dies_over_it_and_the_vote_is_on_the_whole_conversation()
    {
        await using var browser = await LaunchAsync();
        await using var arena = await ArenaDriver.StartAsync();
        var page = await browser.OpenAsync(arena.Address, "alice");
        var battle = await arena.BattleAsync(First);
        var before = battle.Embeds.Select(embed => (string)embed["description"]!).ToList();

        await arena.Bob.PressAsync(battle, "Ask further");
        await arena.Bob.SeeAsync(message => message.IsEphemeral && message.Content.StartsWith("Only the one who started this battle", StringComparison.Ordinal));

        await arena.SlowDownModelsAsync();
        await At(page, "button-Ask further").ClickAsync();
        await At(page, "modal-field-question").FillAsync(Further);
        await At(page, "modal-submit").ClickAsync();
        await arena.Bob.SeeChangedAsync(battle, message => message.Content.Contains(Further, StringComparison.Ordinal) && message.Offers("Cancel"));
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<string>("select state from battles").Single() == "Generating"));
        await arena.KillBotAsync();
        await arena.SpeedUpModelsAsync();
        await arena.StartBotAsync();

        var again = await arena.Bob.SeeChangedAsync(battle, message => message.IsVoting && message.Content.Contains(Further, StringComparison.Ordinal));
        Assert.Contains($"> {First}\n**2.**\n> {Further}", again.Content, StringComparison.Ordinal);
        Assert.Equal(["answer-a.md", "answer-b.md"], again.Attachments.Select(file => (string)file["filename"]!).Order());
        var conversation = Encoding.UTF8.GetString(await arena.Bob.DownloadAsync((string)again.Attachments.Single(file => (string)file["filename"]! == "answer-a.md")["url"]!));
        Assert.Equal(
            ["**1. Question**", "**1. Answer of A**", "**2. Question**", "**2. Answer of A**"],
            conversation.Split('\n').Where(line => line.StartsWith("**1. ", StringComparison.Ordinal) || line.StartsWith("**2. ", StringComparison.Ordinal)));
        Assert.DoesNotContain(arena.Query<string>("select tag from models"), tag => again.Everything.Contains(tag, StringComparison.Ordinal));
        Assert.NotEqual(before[0], (string)again.Embeds[0]["description"]!);
        await Expect(page.GetByText(Further).First).ToBeVisibleAsync();

        await arena.Bob.ReactAsync(again, "🇦");
        await Eventually.TrueAsync(() => Task.FromResult(arena.Query<long>("select count(*) from ballots where counted = 1").Single() == 1));
        await At(page, "button-Ask further").ClickAsync();
        await At(page, "modal-field-question").FillAsync("One more?");
        await At(page, "modal-submit").ClickAsync();
        await Expect(page.GetByText("Somebody has voted already")).ToBeVisibleAsync();

        await arena.Alice.PressAsync(again, "Reveal");
        var settled = await arena.Bob.SeeChangedAsync(battle, message => message.Offers("New battle"));
        Assert.Contains("**A won**", settled.Everything, StringComparison.Ordinal);
        Assert.Equal(2, settled.Attachments.Count);
        Assert.Equal(4, arena.Query<long>("select count(*) from answers").Single());
    }
}
