using Microsoft.Playwright;

namespace Bot.Tests.Page;

public sealed class MembersOnThePageTests(SharedBrowser browser) : PageTest(browser)
{
    [Fact]
    public async Task Switching_the_member_speaks_with_their_voice()
    {
        var page = await OpenAsync();
        await Expect(At(page, "member-switch-alice")).ToHaveAccessibleNameAsync("alice, owner");

        await At(page, "member-switch-bob").ClickAsync();
        await Expect(At(page, "member-switch-bob")).ToHaveAttributeAsync("aria-checked", "true");
        await Browser.IsLiveAsync(page);
        await At(page, "composer").FillAsync("It is me, bob");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".message .author")).ToHaveTextAsync("bob");
        await page.ReloadAsync();
        await Expect(At(page, "member-switch-bob")).ToHaveAttributeAsync("aria-checked", "true");
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_what_was_missed_is_there_afterwards()
    {
        IWebSocketRoute? connection = null;
        var page = await OpenAsync(prepare: page => page.RouteWebSocketAsync("**/gateway*", route =>
        {
            route.ConnectToServer();
            connection = route;
        }));
        var first = await SayAsync("bob", "Before");
        await Expect(Message(page, first)).ToBeVisibleAsync();

        await connection!.CloseAsync(new() { Code = 4000 });
        await Expect(At(page, "connection")).ToHaveTextAsync("Reconnecting…");
        var second = await SayAsync("bob", "Meanwhile");

        await Expect(Message(page, second)).ToHaveCountAsync(1);
        await Expect(At(page, "connection")).ToHaveTextAsync("Live");
        await Expect(Message(page, first)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        await SayAsync("bob", $"A long word: {new string('w', 300)} and `{new string('c', 300)}`");
        var page = await OpenAsync(width: 390);

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && document.querySelector('#scroller').scrollWidth <= innerWidth"));
        await Expect(At(page, "channel-general")).ToBeHiddenAsync();
        await At(page, "open-sidebar").ClickAsync();
        await At(page, "channel-general").ClickAsync();

        await Expect(page.Locator("#channel-name")).ToHaveTextAsync("general");
        await Expect(At(page, "channel-general")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_light_theme_is_remembered()
    {
        var page = await OpenAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await At(page, "theme").ClickAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Fact]
    public async Task A_channel_where_something_happened_is_marked_until_it_is_opened()
    {
        var page = await OpenAsync();

        await SayAsync("bob", "Look here, <@563000000000000001>", ScriptedBot.GeneralChannel);
        await Expect(At(page, "channel-general")).ToHaveAccessibleNameAsync("Channel general, unread");
        await Expect(At(page, "channel-general").Locator(".badge")).ToHaveTextAsync("1");

        await At(page, "channel-general").ClickAsync();
        await Expect(At(page, "channel-general")).ToHaveAccessibleNameAsync("Channel general");
    }
}
