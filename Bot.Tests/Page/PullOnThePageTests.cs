using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.EndToEnd;
using Microsoft.Playwright;

namespace Bot.Tests.Page;

/// <summary>A person pulls a model on the page.</summary>
[Collection(PageCollection.Name)]
public sealed partial class PullOnThePageTests(SharedBrowser browser)
{
    [Fact]
    public async Task A_person_pulls_a_demo_model_sees_the_bar_move_and_the_model_there()
    {
        var chromium = await browser.GetAsync();
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Alice.PostAsync("/ollama/sandbox/faults", new JsonObject { ["pull_ms"] = 15_000 });
        var page = await chromium.OpenAsync(arena.Address, "alice");
        var message = await PullAsync(page, arena, "otter:4b");

        await Assertions.Expect(message).ToContainTextAsync("█");
        var seen = new List<int>();
        while (!await message.GetByText("is here. It plays from the next battle on.").IsVisibleAsync())
        {
            if (Percent().Match(await message.InnerTextAsync()) is { Success: true } percent)
                seen.Add(int.Parse(percent.Groups[1].Value, CultureInfo.InvariantCulture));
            await page.WaitForTimeoutAsync(200);
        }

        Assert.True(seen.Distinct().Count() >= 3, $"The bar was seen at {string.Join(", ", seen.Distinct())} %.");
        Assert.Equal(seen.Order(), seen);
    }

    [Fact]
    public async Task A_person_cancels_a_pull_with_its_button()
    {
        var chromium = await browser.GetAsync();
        await using var arena = await ArenaDriver.StartAsync();
        await arena.Alice.PostAsync("/ollama/sandbox/faults", new JsonObject { ["pull_ms"] = 600_000 });
        var page = await chromium.OpenAsync(arena.Address, "alice");
        var message = await PullAsync(page, arena, "tortoise:32b");

        await message.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Assertions.Expect(message).ToContainTextAsync("was cancelled by");
        await Assertions.Expect(message.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
    }

    private static async Task<ILocator> PullAsync(IPage page, ArenaDriver arena, string tag)
    {
        await Browser.At(page, "composer").PressSequentiallyAsync("/model pull");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Browser.At(page, "command-option-model")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(tag);
        await page.Keyboard.PressAsync("Enter");
        return Browser.Message(page, (await arena.Alice.SeeAsync(message => message.Offers("Cancel"))).Id);
    }

    [GeneratedRegex(@"(\d+) %")]
    private static partial Regex Percent();
}
