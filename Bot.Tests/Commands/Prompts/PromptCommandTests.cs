using System.Text;
using Arena.Core.Battles;
using Arena.Core.Prompts;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Prompts;

namespace Bot.Tests.Commands.Prompts;

public sealed class PromptCommandTests
{
    private static readonly ServerId Elsewhere = new(2);

    [Fact]
    public async Task A_moderator_adds_lists_and_removes_prompts()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "(ephemeral)\nThe prompt is in this server's library, as `math`.", await ByModeratorAsync(arena, "prompt add", new { text = "Is 91 prime?", category = "math" }));
        Assert.Equal("(ephemeral)\nThat prompt is in the library already.", await ByModeratorAsync(arena, "prompt add", new { text = "is 91 PRIME?" }));

        var list = await ByModeratorAsync(arena, "prompt list");
        Assert.StartsWith("(ephemeral)", list, StringComparison.Ordinal);
        Assert.Contains("`1` Is 91 prime? *math*", list, StringComparison.Ordinal);
        Assert.Contains("A prompt of the library? *everyday · operator's*", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Is 91 prime?", await ByModeratorAsync(arena, "prompt list", new { category = "everyday" }), StringComparison.Ordinal);

        Assert.Equal(["Is 91 prime?"], await TypeAsync(arena, "91"));
        Assert.Equal(2, (await TypeAsync(arena, "")).Count);
        Assert.Contains("The prompt is out of this server's library", await ByModeratorAsync(arena, "prompt remove", new { prompt = "1" }), StringComparison.Ordinal);
        Assert.Equal($"(ephemeral)\n{PromptSentences.UnknownPrompt}", await ByModeratorAsync(arena, "prompt remove", new { prompt = "1" }));
    }

    [Fact]
    public async Task One_of_the_operators_is_hidden_and_then_battles_have_none_to_draw()
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await ByModeratorAsync(arena, "prompt remove", new { prompt = "A prompt of the library?" });
        Assert.Contains("It is not drawn here any more", told, StringComparison.Ordinal);
        Assert.Equal(ErrorText.NoPromptOf(null), await arena.UseAsync("battle"));
        Assert.Contains("It is drawn again.", await ByModeratorAsync(arena, "prompt add", new { text = "a prompt of the library?" }), StringComparison.Ordinal);
        await arena.UseAsync("battle");
        await arena.UntilAsync(1, battle => battle.Source == PromptSource.Library);
    }

    [Fact]
    public async Task A_long_list_has_pages_that_only_moderators_turn()
    {
        await using var arena = await CommandDriver.StartAsync();
        for (var i = 1; i <= 10; i++)
            await ByModeratorAsync(arena, "prompt add", new { text = $"Count to {i}." });

        var first = await ByModeratorAsync(arena, "prompt list");
        Assert.Contains("page 1 of 2", first, StringComparison.Ordinal);
        Assert.Contains("[Next Secondary prompts:all/1]", first, StringComparison.Ordinal);
        Assert.Contains("page 2 of 2", await arena.PressAsync("prompts:all/1", Moderator), StringComparison.Ordinal);
        Assert.Contains("page 2 of 2", await arena.PressAsync("prompts:all/99", Moderator), StringComparison.Ordinal);
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.PressAsync("prompts:all/1"));
        foreach (var hostile in new[] { "prompts:", "prompts:birds/1", "prompts:all/-1", "prompts:all/x", "prompts:all/1/2/3" })
            Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync(hostile, Moderator));
    }

    [Fact]
    public async Task A_file_is_imported_and_what_could_not_be_added_is_named()
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await ImportAsync(arena, "mine.txt", $"Name a fish.\nname a  FISH.\nA prompt of the library?\n{new string('x', 2_001)}\nName a tree.");

        Assert.Equal("Added 2 prompts, skipped 2 duplicates, 1 is longer than 2,000 characters (line 4).", told);
        Assert.Equal("Added nothing, skipped 1 duplicate, 2 are of an unknown category: `birds`, `trees` (line 1).",
            await ImportAsync(arena, "mine.json", """["Name a tree.", {"text": "a", "category": "birds"}, {"text": "b", "category": "trees"}]"""));
        Assert.Equal("Added 1 prompt, 2 are without `a text at \"text\"` (lines 2 and 3), 1 is without `true or false at \"age_restricted\"` (line 4).",
            await ImportAsync(arena, "more.json", "[\"Name a cloud.\",\n5,\n{},\n{\"text\": \"a\", \"age_restricted\": 1}]"));
    }

    [Fact]
    public async Task Where_the_library_is_full_it_says_so_and_adds_nothing()
    {
        await using var arena = await CommandDriver.StartAsync();
        await ByModeratorAsync(arena, "prompt add", new { text = "Is 91 prime?" });
        await arena.ChangeAsync("""
            with recursive many (i) as (select 2 union all select i + 1 from many where i < 10000)
            insert into prompts (server_id, text, key, added_at, added_by) select 1, 'Count to ' || i, 'key ' || i, 0, 1 from many
            """);

        Assert.Equal(
            "(ephemeral)\nThis server has 10,000 prompts of its own, and more are not possible. /prompt remove makes room.",
            await ByModeratorAsync(arena, "prompt add", new { text = "Name a fish." }));
        Assert.Equal(
            "That file has 2 new prompts, and there is room for 0: a server has at most 10,000 prompts of its own. Nothing was added. /prompt remove makes room.",
            await ImportAsync(arena, "mine.txt", "Name a fish.\nName a tree.\nis 91 prime?"));
        await arena.UseAsync("prompts suggest", new { text = "Name a fish." });
        Assert.Contains(
            "/prompt remove makes room. The suggestion stays on the list.", await arena.PressAsync("suggestion-approve:prompt/1", Moderator), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.json", "[\n{\"text\": \"a\"},\n{\"text\" \"b\"}]", "The JSON is broken in line 3: ")]
    [InlineData("x.json", "{}", "That file is JSON, but no list.")]
    [InlineData("x.json", " ", "There is no prompt in that file.")]
    [InlineData("x.txt", "a\0b", "That file is not text in UTF-8.")]
    public async Task A_file_that_can_not_be_read_is_refused_with_what_to_do(string name, string content, string told)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.StartsWith(told, await ImportAsync(arena, name, content), StringComparison.Ordinal);
        Assert.Single(await arena.Get<ServerPrompts>().ListAsync(CommandDriver.Home, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_by_its_size_and_not_downloaded()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "That file has 5 MiB; 1 MiB are possible. Split it and import the parts.", await ImportAsync(arena, "x.txt", new string('x', 5 * 1024 * 1024)));
        Assert.DoesNotContain(arena.Discord.Journal, line => line.StartsWith("download", StringComparison.Ordinal));
        // Nor is a size believed that was told wrongly.
        Assert.Contains("1 MiB are possible", await ImportAsync(arena, "x.txt", new string('x', 2 * 1024 * 1024), size: 10), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prompt add")]
    [InlineData("prompt list")]
    [InlineData("prompt remove")]
    [InlineData("prompt import")]
    [InlineData("prompt suggestions")]
    public async Task Members_and_moderators_of_other_servers_do_nothing_here(string command)
    {
        await using var arena = await CommandDriver.StartAsync();
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync(command, new { text = "Name a fish.", prompt = "1" }));

        await arena.UseAsync("prompt add", new { text = "Name a fish." }, origin => Moderator(origin) with { Server = Elsewhere });
        Assert.Single(await arena.Get<ServerPrompts>().ListAsync(CommandDriver.Home, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_random_prompt_is_shown_to_the_member_alone_and_starts_a_battle_by_its_button()
    {
        await using var arena = await CommandDriver.StartAsync();
        await ByModeratorAsync(arena, "prompt add", new { text = "Is 91 prime?", category = "math" });

        var shown = await arena.UseAsync("prompts random", new { category = "math" });
        Assert.Contains("defer quietly", arena.Discord.Journal);
        Assert.DoesNotContain("defer", arena.Discord.Journal);
        Assert.Contains("Is 91 prime?", shown, StringComparison.Ordinal);
        Assert.Contains("A prompt of the library?", await arena.PressAsync("prompt-another:all/1"), StringComparison.Ordinal);

        await arena.PressAsync("prompt-battle:1");
        var battle = await arena.UntilAsync(1, _ => true);
        Assert.Equal(("Is 91 prime?", PromptSource.Library, "math"), (battle.Prompt, battle.Source, battle.Category));

        await ByModeratorAsync(arena, "prompt remove", new { prompt = "1" });
        Assert.Equal($"(ephemeral)\n{PromptSentences.GonePrompt}", await arena.PressAsync("prompt-battle:1"));
        Assert.Equal(ErrorText.NoPromptOf("math"), await arena.UseAsync("prompts random", new { category = "math" }));
    }

    [Fact]
    public async Task An_age_restricted_prompt_is_shown_and_battled_with_only_where_the_channel_is()
    {
        await using var arena = await CommandDriver.StartAsync();
        await ByModeratorAsync(arena, "prompt add", new { text = "A dark story.", category = "writing", age_restricted = true });

        Assert.Equal(ErrorText.NoPromptOf("writing"), await arena.UseAsync("prompts random", new { category = "writing" }));
        Assert.Equal(PromptSentences.GonePrompt, await arena.PressAsync("prompt-battle:1"));
        Assert.Contains("A dark story.", await arena.UseAsync(
            "prompts random", new { category = "writing" }, origin => origin with { Channel = origin.Channel with { IsAgeRestricted = true } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_of_an_age_restricted_channel_is_as_the_channel_is()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Discord.Channels = [new(new ChannelId(2), ChannelKind.Text, "arena", CommandDriver.Home, IsAgeRestricted: true)];
        var none = await arena.UseAsync("prompts random", new { category = "writing" }, InThread);
        await ByModeratorAsync(arena, "prompt add", new { text = "A dark story.", category = "writing", age_restricted = true });

        Assert.Equal(ErrorText.NoPromptOf("writing"), none);
        Assert.Contains("A dark story.", await arena.UseAsync("prompts random", new { category = "writing" }, InThread), StringComparison.Ordinal);
        Assert.Contains("A dark story.", await arena.PressAsync("prompt-another:writing/0", InThread), StringComparison.Ordinal);
        Assert.Equal("", await arena.PressAsync("prompt-battle:1", InThread));
        await arena.UntilAsync(1, battle => battle.Prompt == "A dark story.");

        static InteractionOrigin InThread(InteractionOrigin origin) =>
            origin with { Channel = new Channel(new ChannelId(5), ChannelKind.PublicThread, "a thread", CommandDriver.Home, Parent: new ChannelId(2)) };
    }

    private static InteractionOrigin Moderator(InteractionOrigin origin) =>
        origin with { Member = CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer) };

    private static Task<string> ByModeratorAsync(CommandDriver arena, string command, object? options = null) =>
        arena.UseAsync(command, options, Moderator);

    private static Task<string> ImportAsync(CommandDriver arena, string name, string content, long? size = null) =>
        arena.AttachAsync("prompt import", "file", name, Encoding.UTF8.GetBytes(content), Moderator, size);

    private static async Task<IReadOnlyList<string>> TypeAsync(CommandDriver arena, string typed)
    {
        await arena.AnswerAsync(arena.Typing("prompt", "remove", "prompt", typed, Moderator));
        return [.. arena.Discord.Suggestions.Last().Select(choice => choice.Name.Replace("operator's: ", "", StringComparison.Ordinal))];
    }
}
