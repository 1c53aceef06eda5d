using System.Text.RegularExpressions;

namespace Bot.Tests.Page;

public sealed partial class ReactionsOnThePageTests(SharedBrowser browser) : PageTest(browser)
{
    [Fact]
    public async Task A_click_on_a_reaction_adds_ones_own_and_another_takes_it_away()
    {
        var bot = await BotAsync();
        var id = Id(await bot.PostAsync(ScriptedBot.ArenaChannel, new() { ["content"] = "Which is better?" }, Cancel));
        await bot.ReactAsync(ScriptedBot.ArenaChannel, id, "🇦", Cancel);
        await bot.ReactAsync(ScriptedBot.ArenaChannel, id, "🇧", Cancel);
        var page = await OpenAsync("bob");
        var reaction = At(page, "reaction-🇦");
        await Expect(reaction.Locator(".count")).ToHaveTextAsync("1");

        await reaction.ClickAsync();
        await Expect(reaction.Locator(".count")).ToHaveTextAsync("2");
        await Expect(reaction).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(At(page, "reaction-🇧")).ToHaveAttributeAsync("aria-pressed", "false");

        await reaction.ClickAsync();
        await Expect(reaction.Locator(".count")).ToHaveTextAsync("1");
        await Expect(reaction).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task Reactions_of_others_count_up_live_and_are_not_ones_own()
    {
        var id = await SayAsync("bob", "Tea or coffee");
        var page = await OpenAsync();
        await Expect(Message(page, id)).ToBeVisibleAsync();

        await AsMemberAsync("carol", HttpMethod.Put, $"channels/{ScriptedBot.ArenaChannel}/messages/{id}/reactions/{Uri.EscapeDataString("🤝")}/@me");
        await AsMemberAsync("dave", HttpMethod.Put, $"channels/{ScriptedBot.ArenaChannel}/messages/{id}/reactions/{Uri.EscapeDataString("🤝")}/@me");

        await Expect(At(page, "reaction-🤝").Locator(".count")).ToHaveTextAsync("2");
        await Expect(At(page, "reaction-🤝")).Not.ToHaveClassAsync(Mine());

        await AsMemberAsync("dave", HttpMethod.Delete, $"channels/{ScriptedBot.ArenaChannel}/messages/{id}/reactions/{Uri.EscapeDataString("🤝")}/@me");
        await Expect(At(page, "reaction-🤝").Locator(".count")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_reaction_is_picked_with_the_keyboard_alone()
    {
        var id = await SayAsync("bob", "What a day");
        var page = await OpenAsync();
        await Message(page, id).Locator("[data-testid=toolbar-react]").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("party");
        await page.Keyboard.PressAsync("Enter");

        await Expect(At(page, "reaction-🎉")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(At(page, "emoji-picker")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"\bmine\b")]
    private static partial Regex Mine();
}
