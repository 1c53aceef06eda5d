using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Bot.Tests.Page;

public sealed class CommandsOnThePageTests(SharedBrowser browser) : PageTest(browser)
{
    private static JsonObject Battle() => new()
    {
        ["name"] = "battle",
        ["description"] = "Let two models answer",
        ["options"] = new JsonArray(
            new JsonObject { ["type"] = 3, ["name"] = "prompt", ["description"] = "What both are asked", ["max_length"] = 40 },
            new JsonObject
            {
                ["type"] = 3,
                ["name"] = "category",
                ["description"] = "Of the library",
                ["choices"] = new JsonArray(Choice("Coding", "coding"), Choice("Math", "math")),
            }),
    };

    private static JsonObject Model() => new()
    {
        ["name"] = "model",
        ["description"] = "The roster",
        ["options"] = new JsonArray(
            new JsonObject
            {
                ["type"] = 1,
                ["name"] = "add",
                ["description"] = "Add a model",
                ["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = "tag", ["description"] = "Its tag", ["required"] = true, ["autocomplete"] = true }),
            },
            new JsonObject { ["type"] = 1, ["name"] = "count", ["description"] = "How many", ["options"] = new JsonArray(new JsonObject { ["type"] = 4, ["name"] = "least", ["description"] = "Parameters", ["min_value"] = 1 }) }),
    };

    [Fact]
    public async Task A_slash_opens_the_picker_with_every_command_and_typing_narrows_it()
    {
        await BotAsync(Battle(), Model());
        var page = await OpenAsync();

        await At(page, "composer").PressSequentiallyAsync("/");
        await Expect(At(page, "command-battle")).ToContainTextAsync("Let two models answer");
        await Expect(At(page, "command-model add")).ToContainTextAsync("tag");
        await Expect(At(page, "command-model count")).ToBeVisibleAsync();

        await At(page, "composer").PressSequentiallyAsync("mod");
        await Expect(At(page, "command-battle")).ToHaveCountAsync(0);
        await Expect(At(page, "command-model add")).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task The_picker_asks_for_the_commands_once_each_time_it_opens()
    {
        await BotAsync(Battle());
        var asked = 0;
        var page = await OpenAsync(prepare: page =>
        {
            page.Request += (_, request) => asked += request.Url.EndsWith("/application-command-index", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        });
        await Expect(At(page, "welcome")).ToBeVisibleAsync();

        await At(page, "composer").PressSequentiallyAsync("/");
        await At(page, "command-battle").ClickAsync();
        await Expect(At(page, "command-option-prompt")).ToBeFocusedAsync();

        // Once when the server arrived, once for the slash.
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_command_is_filled_in_by_keyboard_and_sent_as_Discord_clients_send_it()
    {
        var bot = await BotAsync(Battle());
        var page = await OpenAsync();

        await At(page, "composer").PressSequentiallyAsync("/bat");
        await page.Keyboard.PressAsync("Enter");
        await Expect(At(page, "command-option-prompt")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Why is the sky blue?");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("ma");
        await Expect(At(page, "choice-Math")).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");

        var interaction = await bot.InteractionAsync(Cancel);
        Assert.Equal(2, (int)interaction["type"]!);
        Assert.Equal(ScriptedBot.ArenaChannel, (string?)interaction["channel_id"]);
        Assert.Equal("alice", (string?)interaction["member"]!["user"]!["username"]);
        var data = interaction["data"]!;
        Assert.Equal("battle", (string?)data["name"]);
        Assert.Equal(
            """[{"type":3,"name":"prompt","value":"Why is the sky blue?"},{"type":3,"name":"category","value":"math"}]""",
            Options(data["options"]!));
        await Expect(At(page, "command-form")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_deferred_answer_says_it_is_thinking_until_it_is_there()
    {
        var bot = await BotAsync(Battle());
        var page = await OpenAsync();
        await At(page, "composer").FillAsync("/battle ");
        await page.Keyboard.PressAsync("Enter");
        var interaction = await bot.InteractionAsync(Cancel);

        await bot.RespondAsync(interaction, new() { ["type"] = 5 }, Cancel);
        await Expect(At(page, "thinking")).ToHaveTextAsync("ArenaBot is thinking…");
        await Expect(At(page, "pending-command")).ToHaveCountAsync(0);
        await Expect(page.Locator(".message-reference")).ToHaveTextAsync("alice used /battle");

        await bot.EditResponseAsync(interaction, new() { ["content"] = "Here is the battle" }, Cancel);
        await Expect(page.GetByText("Here is the battle")).ToBeVisibleAsync();
        await Expect(At(page, "thinking")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_required_option_that_is_empty_is_named_and_nothing_is_sent()
    {
        await BotAsync(Model());
        var sent = 0;
        var page = await OpenAsync(prepare: page =>
        {
            page.Request += (_, request) => sent += request.Url.EndsWith("/interactions", StringComparison.Ordinal) && request.PostData?.Contains("\"type\":2", StringComparison.Ordinal) == true ? 1 : 0;
            return Task.CompletedTask;
        });

        await At(page, "composer").PressSequentiallyAsync("/model add ");
        await Expect(At(page, "command-option-tag")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(At(page, "command-hint")).ToContainTextAsync("required");
        await Expect(At(page, "command-option-tag")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Equal(0, sent);
    }

    [Theory]
    [InlineData("/model count ", "command-option-least", "three", "whole number")]
    [InlineData("/model count ", "command-option-least", "0", "at least 1")]
    [InlineData("/battle ", "command-option-prompt", "This prompt has more than forty characters, by far", "at most 40")]
    [InlineData("/battle x", "command-option-category", "cooking", "one of the choices")]
    public async Task A_value_that_does_not_fit_is_explained(string command, string option, string value, string complaint)
    {
        await BotAsync(Battle(), Model());
        var page = await OpenAsync();

        await At(page, "composer").PressSequentiallyAsync(command);
        await At(page, option).FillAsync(value);
        await page.Keyboard.PressAsync("Enter");

        await Expect(At(page, "command-hint")).ToContainTextAsync(complaint);
    }

    [Fact]
    public async Task Choices_come_from_the_bot_while_one_types()
    {
        var bot = await BotAsync(Model());
        var page = await OpenAsync();
        await At(page, "composer").PressSequentiallyAsync("/model add ");

        var empty = await bot.InteractionAsync(Cancel);
        Assert.Equal(4, (int)empty["type"]!);
        await bot.RespondAsync(empty, Choices("parrot:1b", "owl:7b"), Cancel);
        await Expect(At(page, "choice-parrot:1b")).ToBeVisibleAsync();

        await page.Keyboard.TypeAsync("ow");
        var typed = await bot.InteractionAsync(Cancel);
        var option = typed["data"]!["options"]![0]!["options"]![0]!;
        Assert.Equal("ow", (string?)option["value"]);
        Assert.True((bool)option["focused"]!);
        await bot.RespondAsync(typed, Choices("owl:7b"), Cancel);
        await Expect(At(page, "choice-parrot:1b")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(At(page, "command-option-tag")).ToHaveValueAsync("owl:7b");
        await page.Keyboard.PressAsync("Enter");

        var command = await bot.InteractionAsync(Cancel);
        Assert.Equal(2, (int)command["type"]!);
        Assert.Equal("owl:7b", (string?)command["data"]!["options"]![0]!["options"]![0]!["value"]);
    }

    [Fact]
    public async Task A_bot_that_is_silent_is_said_to_be_so()
    {
        await BotAsync(Battle());
        var page = await OpenAsync();

        await At(page, "composer").FillAsync("/battle ");
        await page.Keyboard.PressAsync("Enter");

        await Expect(At(page, "interaction-failed")).ToContainTextAsync("The application did not respond");
        await At(page, "pending-command").GetByText("Dismiss").ClickAsync();
        await Expect(At(page, "pending-command")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_message_command_stands_in_the_menu_of_a_message_and_carries_its_id()
    {
        var bot = await BotAsync(new JsonObject { ["name"] = "Battle this", ["type"] = 3 });
        var page = await OpenAsync();
        var id = await SayAsync("bob", "Why do cats purr?");

        await Message(page, id).ClickAsync(new() { Button = MouseButton.Right });
        await At(page, "app-Battle this").ClickAsync();

        var interaction = await bot.InteractionAsync(Cancel);
        Assert.Equal("Battle this", (string?)interaction["data"]!["name"]);
        Assert.Equal(id, (string?)interaction["data"]!["target_id"]);
        await bot.RespondAsync(interaction, new() { ["type"] = 4, ["data"] = new JsonObject { ["content"] = "Here they are" } }, Cancel);
        // It is no slash command.
        await Expect(page.Locator(".message-reference").Last).ToHaveTextAsync("alice used Battle this");
    }

    [Fact]
    public async Task Escape_leaves_the_command_and_backspace_goes_back_to_its_name()
    {
        await BotAsync(Battle());
        var page = await OpenAsync();
        await At(page, "composer").PressSequentiallyAsync("/battle ");
        await Expect(At(page, "command-form")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Backspace");
        await Expect(At(page, "composer")).ToHaveValueAsync("/battle");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await Expect(At(page, "composer")).ToHaveValueAsync("");
        await Expect(At(page, "composer")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_first_visitor_is_told_how_to_start_and_not_told_twice()
    {
        await BotAsync(Battle());
        var page = await OpenAsync();
        await Expect(At(page, "welcome")).ToContainTextAsync("/battle");

        await At(page, "welcome-start").ClickAsync();
        await Expect(At(page, "command-option-prompt")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(At(page, "welcome")).ToBeHiddenAsync();

        await page.ReloadAsync();
        await Browser.IsLiveAsync(page);
        await Expect(At(page, "welcome")).ToBeHiddenAsync();
    }

    private static JsonObject Choice(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static JsonObject Choices(params string[] tags) =>
        new() { ["type"] = 8, ["data"] = new JsonObject { ["choices"] = new JsonArray([.. tags.Select(tag => Choice(tag, tag))]) } };

    private static string Options(JsonNode options) => new JsonArray([.. options.AsArray().Select(option => new JsonObject
    {
        ["type"] = (int)option!["type"]!,
        ["name"] = (string?)option["name"],
        ["value"] = (string?)option["value"],
    })]).ToJsonString();

    [Fact]
    public async Task An_option_that_takes_a_file_is_filled_in_with_one_and_sent_along()
    {
        var bot = await BotAsync(Import());
        var page = await OpenAsync();

        await At(page, "composer").PressSequentiallyAsync("/prompt import");
        await page.Keyboard.PressAsync("Enter");
        await Expect(At(page, "command-option-file")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" ");
        await At(page, "command-file-file").SetInputFilesAsync(new FilePayload { Name = "mine.txt", MimeType = "text/plain", Buffer = "Name a fish."u8.ToArray() });
        await Expect(At(page, "command-option-file")).ToHaveTextAsync("mine.txt · 12 bytes");
        await page.Keyboard.PressAsync("Enter");

        var data = (await bot.InteractionAsync(Cancel))["data"]!;
        var id = (string)data["options"]![0]!["options"]![0]!["value"]!;
        var file = data["resolved"]!["attachments"]![id]!;
        Assert.Equal(("mine.txt", 12), ((string)file["filename"]!, (int)file["size"]!));
        using var http = new HttpClient();
        Assert.Equal("Name a fish.", await http.GetStringAsync(new Uri((string)file["url"]!), Cancel));
    }

    [Fact]
    public async Task A_command_whose_file_is_missing_is_not_sent()
    {
        await BotAsync(Import());
        var page = await OpenAsync();

        await At(page, "composer").PressSequentiallyAsync("/prompt import");
        await page.Keyboard.PressAsync("Enter");
        await At(page, "command-option-note").ClickAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(At(page, "command-hint")).ToContainTextAsync("Choose a file");
        await Expect(At(page, "command-option-file")).ToBeFocusedAsync();
    }

    private static JsonObject Import() => new()
    {
        ["name"] = "prompt",
        ["description"] = "The library",
        ["options"] = new JsonArray(new JsonObject
        {
            ["type"] = 1,
            ["name"] = "import",
            ["description"] = "Import a file",
            ["options"] = new JsonArray(
                new JsonObject { ["type"] = 11, ["name"] = "file", ["description"] = "The prompts", ["required"] = true },
                new JsonObject { ["type"] = 3, ["name"] = "note", ["description"] = "Whatever" }),
        }),
    };
}
