using System.Text.Json.Nodes;

namespace Bot.Tests.Page;

public sealed class ComponentsOnThePageTests(SharedBrowser browser) : PageTest(browser)
{
    [Fact]
    public async Task A_button_waits_visibly_and_the_ephemeral_answer_is_seen_by_one_member_until_dismissed()
    {
        var bot = await BotAsync();
        var id = Id(await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(Button("Reveal", "reveal")), Cancel));
        var bob = await OpenAsync("bob");
        var carol = await OpenAsync("carol");

        await At(bob, "button-Reveal").ClickAsync();
        await Expect(At(bob, "button-Reveal")).ToHaveAttributeAsync("aria-busy", "true");
        var interaction = await bot.InteractionAsync(Cancel);
        Assert.Equal(3, (int)interaction["type"]!);
        Assert.Equal("reveal", (string?)interaction["data"]!["custom_id"]);
        Assert.Equal(id, (string?)interaction["message"]!["id"]);
        await bot.RespondAsync(interaction, new() { ["type"] = 4, ["data"] = new JsonObject { ["content"] = "That is not your battle.", ["flags"] = 64 } }, Cancel);

        var note = bob.Locator(".message.ephemeral");
        await Expect(note).ToContainTextAsync("That is not your battle.");
        await Expect(note).ToContainTextAsync("Only you can see this");
        await Expect(At(bob, "button-Reveal")).Not.ToHaveAttributeAsync("aria-busy", "true");
        // What everyone can see comes after it, so carol's page had its chance to show it.
        var after = await SayAsync("dave", "Anything new?");
        await Expect(Message(carol, after)).ToBeVisibleAsync();
        await Expect(carol.GetByText("That is not your battle.")).ToHaveCountAsync(0);

        await note.GetByText("Dismiss").ClickAsync();
        await Expect(note).ToHaveCountAsync(0);
        await bob.ReloadAsync();
        await Browser.IsLiveAsync(bob);
        await Expect(Message(bob, after)).ToBeVisibleAsync();
        await Expect(bob.GetByText("That is not your battle.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_button_that_nobody_answers_says_so_and_can_be_pressed_again()
    {
        var bot = await BotAsync();
        await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(Button("Reveal", "reveal")), Cancel);
        var page = await OpenAsync();

        await At(page, "button-Reveal").ClickAsync();
        await Expect(At(page, "interaction-failed")).ToContainTextAsync("The application did not respond");

        await At(page, "button-Reveal").ClickAsync();
        await Expect(At(page, "interaction-failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_disabled_button_and_a_link_look_like_what_they_are()
    {
        var bot = await BotAsync();
        var disabled = Button("Ask further", "further");
        disabled["disabled"] = true;
        var link = new JsonObject { ["type"] = 2, ["style"] = 5, ["label"] = "Rules", ["url"] = "https://example.com/rules" };
        var id = Id(await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(disabled, link), Cancel));
        var page = await OpenAsync();

        await Expect(At(page, "button-Ask further")).ToBeDisabledAsync();
        await Expect(Message(page, id).Locator("a.button")).ToHaveAttributeAsync("href", "https://example.com/rules");
    }

    [Fact]
    public async Task A_select_sends_the_chosen_value()
    {
        var bot = await BotAsync();
        await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(new JsonObject
        {
            ["type"] = 3,
            ["custom_id"] = "category",
            ["placeholder"] = "Category",
            ["options"] = new JsonArray(
                new JsonObject { ["label"] = "All", ["value"] = "all", ["default"] = true },
                new JsonObject { ["label"] = "Coding", ["value"] = "coding", ["description"] = "Programs" }),
        }), Cancel);
        var page = await OpenAsync();

        await At(page, "select-category").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        var interaction = await bot.InteractionAsync(Cancel);
        Assert.Equal("""["coding"]""", interaction["data"]!["values"]!.ToJsonString());
    }

    [Fact]
    public async Task Menus_of_channels_and_roles_show_what_is_chosen_and_offer_what_is_asked_for()
    {
        var bot = await BotAsync();
        await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(new JsonObject
        {
            ["type"] = 8,
            ["custom_id"] = "channels",
            ["channel_types"] = new JsonArray(0),
            ["min_values"] = 0,
            ["max_values"] = 3,
            ["default_values"] = new JsonArray(new JsonObject { ["id"] = ScriptedBot.ArenaChannel, ["type"] = "channel" }),
        }), Cancel);
        await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(new JsonObject { ["type"] = 8, ["custom_id"] = "voices", ["channel_types"] = new JsonArray(2) }), Cancel);
        await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(new JsonObject { ["type"] = 6, ["custom_id"] = "roles" }), Cancel);
        var page = await OpenAsync();

        await Expect(At(page, "select-channels")).ToContainTextAsync("#arena");
        await At(page, "select-channels").ClickAsync();
        await page.Locator(".select-option", new() { HasText = "#general" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        var channels = await bot.InteractionAsync(Cancel);
        Assert.Equal(8, (int)channels["data"]!["component_type"]!);
        Assert.Equal(2, channels["data"]!["values"]!.AsArray().Count);
        Assert.Contains(ScriptedBot.ArenaChannel, channels["data"]!["values"]!.AsArray().Select(value => (string)value!));
        await bot.RespondAsync(channels, new() { ["type"] = 6 }, Cancel);

        await At(page, "select-voices").ClickAsync();
        await Expect(page.Locator(".select-list")).ToBeVisibleAsync();
        await Expect(page.Locator(".select-option")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");

        await At(page, "select-roles").ClickAsync();
        await page.Locator(".select-option", new() { HasText = "Moderators" }).ClickAsync();
        var role = await bot.InteractionAsync(Cancel);
        Assert.Equal("""["1187000000000000202"]""", role["data"]!["values"]!.ToJsonString());
    }

    [Fact]
    public async Task A_modal_asks_complains_about_what_is_missing_and_is_sent_back()
    {
        var bot = await BotAsync();
        await bot.PostAsync(ScriptedBot.ArenaChannel, WithComponents(Button("Ask further", "further")), Cancel);
        var page = await OpenAsync();
        await At(page, "button-Ask further").ClickAsync();
        await bot.RespondAsync(await bot.InteractionAsync(Cancel), new()
        {
            ["type"] = 9,
            ["data"] = new JsonObject
            {
                ["custom_id"] = "question",
                ["title"] = "Ask both models",
                ["components"] = new JsonArray(
                    new JsonObject { ["type"] = 1, ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["custom_id"] = "text", ["label"] = "Your question", ["style"] = 2, ["required"] = true }) }),
            },
        }, Cancel);

        await Expect(At(page, "modal")).ToContainTextAsync("Ask both models");
        await At(page, "modal-submit").ClickAsync();
        await Expect(At(page, "modal")).ToContainTextAsync("This field is required.");
        await At(page, "modal-field-text").FillAsync("And why?");
        await At(page, "modal-submit").ClickAsync();

        var submitted = await bot.InteractionAsync(Cancel);
        Assert.Equal(5, (int)submitted["type"]!);
        Assert.Equal("question", (string?)submitted["data"]!["custom_id"]);
        Assert.Equal("And why?", (string?)submitted["data"]!["components"]![0]!["components"]![0]!["value"]);
        await bot.RespondAsync(submitted, new() { ["type"] = 4, ["data"] = new JsonObject { ["content"] = "Asked." } }, Cancel);
        await Expect(At(page, "modal")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Asked.")).ToBeVisibleAsync();
    }

    private static JsonObject Button(string label, string id) => new() { ["type"] = 2, ["style"] = 1, ["label"] = label, ["custom_id"] = id };

    private static JsonObject WithComponents(params JsonNode[] components) => new()
    {
        ["content"] = "A battle",
        ["components"] = new JsonArray(new JsonObject { ["type"] = 1, ["components"] = new JsonArray(components) }),
    };
}
