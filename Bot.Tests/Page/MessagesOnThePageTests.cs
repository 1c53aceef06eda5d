using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Bot.Tests.Page;

public sealed class MessagesOnThePageTests(SharedBrowser browser) : PageTest(browser)
{
    // A picture of one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_message_by_somebody_else_appears_without_reloading()
    {
        var page = await OpenAsync();

        var id = await SayAsync("bob", "Good morning");

        await Expect(Message(page, id).Locator(".message-content")).ToHaveTextAsync("Good morning");
        await Expect(Message(page, id).Locator(".author")).ToHaveTextAsync("bob");
    }

    [Fact]
    public async Task What_is_written_in_the_composer_is_sent_and_stands_once()
    {
        var page = await OpenAsync();

        await At(page, "composer").FillAsync("Hello **everyone here**");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".message-content strong")).ToHaveTextAsync("everyone here");
        await Expect(page.Locator("article.message")).ToHaveCountAsync(1);
        await Expect(At(page, "composer")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_hostile_message_is_text_and_runs_nothing()
    {
        var page = await OpenAsync();
        var bot = await BotAsync();
        const string hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>[x](javascript:document.title='owned') \u202Eevil";

        var id = Id(await bot.PostAsync(ScriptedBot.ArenaChannel, new()
        {
            ["content"] = hostile,
            ["embeds"] = new JsonArray(new JsonObject
            {
                ["title"] = hostile,
                ["description"] = $"||{hostile}|| `{hostile}`\n```html\n{hostile}\n```",
                ["footer"] = new JsonObject { ["text"] = hostile },
                ["fields"] = new JsonArray(new JsonObject { ["name"] = "<b>name</b>", ["value"] = hostile }),
            }),
            ["components"] = new JsonArray(Row(new JsonObject { ["type"] = 2, ["style"] = 2, ["label"] = "<i>label</i>", ["custom_id"] = "\"><script>" })),
        }, Cancel));

        await Expect(Message(page, id).Locator(".message-content")).ToContainTextAsync("<img src=x onerror=");
        await Expect(Message(page, id).Locator(".embed-title")).ToContainTextAsync("<script>");
        await Expect(Message(page, id).Locator("script, img[src=x], a[href^=javascript], b, i:not(.dots i)")).ToHaveCountAsync(0);
        await Expect(At(page, "button-<i>label</i>")).ToBeVisibleAsync();
        Assert.DoesNotContain("owned", await page.TitleAsync());
    }

    [Fact]
    public async Task Markdown_is_shown_as_Discord_shows_it()
    {
        var page = await OpenAsync();

        var id = await SayAsync("bob", """
            # Title
            **bold** *italic* _also_ __under__ ~~gone~~ `code` snake_case_name \*plain\*
            > quoted
            - one
              - inner
            - two
            ```csharp
            var x = "**not bold**";
            ```
            ||secret|| [label](https://example.com/a_(b)) <https://example.com/c>
            <@563000000000000003> <#1187000000000000102> <t:0:D>
            """);

        var content = Message(page, id).Locator(".message-content");
        await Expect(content.Locator("h3")).ToHaveTextAsync("Title");
        await Expect(content.Locator("strong")).ToHaveTextAsync("bold");
        await Expect(content.Locator("em")).ToHaveTextAsync(["italic", "also"]);
        await Expect(content.Locator("u")).ToHaveTextAsync("under");
        await Expect(content.Locator("s")).ToHaveTextAsync("gone");
        await Expect(content).ToContainTextAsync("snake_case_name *plain*");
        await Expect(content.Locator("blockquote")).ToHaveTextAsync("quoted");
        await Expect(content.Locator("ul ul li")).ToHaveTextAsync("inner");
        await Expect(content.Locator("pre")).ToHaveTextAsync("var x = \"**not bold**\";");
        await Expect(content.Locator("a").First).ToHaveAttributeAsync("href", "https://example.com/a_(b)");
        await Expect(content.Locator(".mention")).ToHaveTextAsync(["@carol", "#general"]);
        await Expect(content.Locator("time.stamp")).ToContainTextAsync("1970");
        await Expect(content.Locator(".spoiler-text")).ToBeHiddenAsync();
        await content.Locator(".spoiler").ClickAsync();
        await Expect(content.Locator(".spoiler-text")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("`")]
    [InlineData("*")]
    [InlineData("**\\\\")]
    [InlineData("[a](")]
    [InlineData("|| ")]
    [InlineData("> ")]
    [InlineData("<@1")]
    public async Task Text_made_to_be_slow_is_shown_all_the_same(string part)
    {
        var page = await OpenAsync();

        var id = await SayAsync("bob", string.Concat(Enumerable.Repeat(part, 1990 / part.Length)) + "end");

        await Expect(Message(page, id)).ToContainTextAsync("end");
    }

    [Fact]
    public async Task An_answer_that_grows_is_shown_as_it_grows_and_keeps_the_page_at_its_end()
    {
        var page = await OpenAsync();
        var bot = await BotAsync();
        var id = Id(await bot.PostAsync(ScriptedBot.ArenaChannel, Embed("A", "One"), Cancel));
        await Expect(Message(page, id).Locator(".embed-description")).ToHaveTextAsync("One");

        var answer = string.Join("\n\n", Enumerable.Range(1, 100).Select(number => $"Line {number}"));
        await bot.EditAsync(ScriptedBot.ArenaChannel, id, Embed("A", answer), Cancel);

        await Expect(Message(page, id).Locator(".embed-description")).ToContainTextAsync("Line 100");
        await Expect(Message(page, id).GetByText("Line 100")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_reader_at_the_end_stays_there_though_the_end_moves_before_their_scrolling_is_told()
    {
        for (var i = 0; i < 40; i++)
            await SayAsync("bob", $"line {i}");
        var page = await OpenAsync();
        await Expect(page.GetByText("line 39", new() { Exact = true })).ToBeVisibleAsync();

        await page.EvaluateAsync("""
            () => {
              const grown = document.createElement('div');
              grown.style.height = '700px';
              document.getElementById('messages').append(grown);
              document.getElementById('scroller').dispatchEvent(new Event('scroll'));
            }
            """);

        await page.WaitForFunctionAsync("""
            () => {
              const { scrollHeight, scrollTop, clientHeight } = document.getElementById('scroller');
              return scrollHeight - scrollTop - clientHeight < 2;
            }
            """);
        await Expect(page.Locator("#to-present")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_picture_in_an_embed_is_shown_once_and_with_its_alternative_text()
    {
        var page = await OpenAsync();
        var bot = await BotAsync();

        var message = Embed("Leaderboard", "Elo");
        message["embeds"]![0]!["image"] = new JsonObject { ["url"] = "attachment://board.png" };
        message["attachments"] = new JsonArray(new JsonObject { ["id"] = 0, ["filename"] = "board.png", ["description"] = "owl:7b leads" });
        var id = Id(await bot.PostFileAsync(ScriptedBot.ArenaChannel, message, "board.png", "image/png", Pixel, Cancel));

        var image = Message(page, id).Locator("[data-testid=image]");
        await Expect(image).ToHaveCountAsync(1);
        await Expect(image).ToHaveAttributeAsync("alt", "owl:7b leads");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=image]').naturalWidth === 1");
        await image.ClickAsync();
        await Expect(At(page, "lightbox")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(At(page, "lightbox")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_from_the_composer_is_uploaded_and_can_be_read()
    {
        var page = await OpenAsync();

        await At(page, "file-input").SetInputFilesAsync(new FilePayload { Name = "notes.md", MimeType = "text/markdown", Buffer = "# Notes of alice"u8.ToArray() });
        await Expect(At(page, "uploads")).ToContainTextAsync("notes.md");
        await At(page, "composer").FillAsync("Here they are");
        await page.Keyboard.PressAsync("Enter");

        var card = At(page, "file-notes.md");
        await Expect(card).ToContainTextAsync("16 bytes");
        await card.GetByText("Read").ClickAsync();
        await Expect(card.Locator("pre")).ToHaveTextAsync("# Notes of alice");
    }

    [Fact]
    public async Task A_hostile_file_opened_by_itself_runs_nothing()
    {
        var page = await OpenAsync();
        await At(page, "file-input").SetInputFilesAsync(new FilePayload { Name = "trap.html", MimeType = "text/html", Buffer = "<title>safe</title><script>document.title='owned'</script>"u8.ToArray() });
        await page.Keyboard.PressAsync("Enter");
        var address = await At(page, "file-trap.html").Locator("a").First.GetAttributeAsync("href");

        await page.GotoAsync(new Uri(Sandbox.Address, address).ToString());

        Assert.Equal("safe", await page.TitleAsync());
    }

    [Fact]
    public async Task Own_messages_can_be_changed_and_deleted()
    {
        var page = await OpenAsync("bob");
        var id = await SayAsync("bob", "Frist");
        await Expect(Message(page, id)).ToBeVisibleAsync();

        await At(page, "composer").PressAsync("ArrowUp");
        await At(page, "composer").FillAsync("First");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Message(page, id).Locator(".message-content")).ToContainTextAsync("First (edited)");

        await Message(page, id).ClickAsync(new() { Button = MouseButton.Right });
        await At(page, "menu-delete").ClickAsync();
        await Expect(Message(page, id)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Only_a_moderator_is_offered_to_delete_what_others_wrote()
    {
        var id = await SayAsync("carol", "Mine");
        var bob = await OpenAsync("bob");
        var alice = await OpenAsync("alice");

        await Message(bob, id).ClickAsync(new() { Button = MouseButton.Right });
        await Expect(At(bob, "menu-copy")).ToBeVisibleAsync();
        await Expect(At(bob, "menu-delete")).ToHaveCountAsync(0);
        await Message(alice, id).ClickAsync(new() { Button = MouseButton.Right });
        await Expect(At(alice, "menu-delete")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Older_messages_are_read_when_the_reader_scrolls_up()
    {
        var first = await SayAsync("bob", "The first of many");
        for (var number = 0; number < 70; number++)
            await SayAsync("bob", $"Number {number}");
        var page = await OpenAsync();
        await Expect(page.GetByText("Number 69")).ToBeInViewportAsync();
        await Expect(Message(page, first)).ToHaveCountAsync(0);

        await page.Locator("#scroller").EvaluateAsync("scroller => { scroller.scrollTop = 0; }");

        await Expect(Message(page, first)).ToHaveCountAsync(1);
        await Expect(page.Locator("article.message")).ToHaveCountAsync(71);
    }

    [Fact]
    public async Task A_thread_is_started_from_a_message_opened_and_written_in()
    {
        var page = await OpenAsync();
        var id = await SayAsync("bob", "Let us talk about owls");
        await Message(page, id).ClickAsync(new() { Button = MouseButton.Right });
        await At(page, "menu-thread").ClickAsync();

        await Expect(page.Locator("#channel-name")).ToHaveTextAsync("Let us talk about owls");
        await At(page, "composer").FillAsync("They are wise");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".message-content")).ToContainTextAsync(["They are wise"]);

        await At(page, "channel-arena").ClickAsync();
        await Expect(At(page, $"thread-{id}")).ToContainTextAsync("Let us talk about owls");
        await At(page, $"thread-{id}").ClickAsync();
        await Expect(page.GetByText("They are wise")).ToBeVisibleAsync();
    }

    private static JsonObject Row(params JsonNode[] components) => new() { ["type"] = 1, ["components"] = new JsonArray(components) };

    private static JsonObject Embed(string title, string description) => new()
    {
        ["embeds"] = new JsonArray(new JsonObject { ["title"] = title, ["description"] = description, ["color"] = 0x3b82f6 }),
    };
}
