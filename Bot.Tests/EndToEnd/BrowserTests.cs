using Arena.Core.Charts;
using Microsoft.Playwright;
using static Bot.Tests.Page.Browser;
using static Microsoft.Playwright.Assertions;

namespace Bot.Tests.EndToEnd;

public sealed class BrowserTests
{
    [Fact]
    public async Task A_person_types_the_command_clicks_a_reaction_reveals_and_sees_the_leaderboard_picture()
    {
        await using var browser = await LaunchAsync();
        await using var arena = await ArenaDriver.StartAsync();
        var page = await browser.OpenAsync(arena.Address, "alice");

        await At(page, "composer").PressSequentiallyAsync("/battle");
        await page.Keyboard.PressAsync("Enter");
        await Expect(At(page, "command-option-prompt")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Why is the sky blue?");
        await page.Keyboard.PressAsync("Enter");

        var battle = Message(page, (await arena.Alice.SeeAsync(message => message.IsVoting)).Id);
        await battle.Locator("[data-testid='reaction-🇧']").ClickAsync();
        await Expect(battle.Locator("[data-testid='reaction-🇧']")).ToContainTextAsync("2");
        await battle.GetByRole(AriaRole.Button, new() { Name = "Reveal" }).ClickAsync();
        await Expect(battle).ToContainTextAsync("B won");
        await Expect(battle).ToContainTextAsync("Elo");

        await At(page, "composer").PressSequentiallyAsync("/leaderboard");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        if (FontCheck.Run()[0].IsThere != true)
        {
            await Expect(page.GetByText("This machine can not draw pictures").First).ToBeVisibleAsync();
            return;
        }

        var picture = page.Locator("img[alt*='leaderboard' i]");
        await Expect(picture).ToBeVisibleAsync();
        Assert.Equal(1000, await picture.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));
    }
}
