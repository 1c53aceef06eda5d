using Arena.Core.Battles;
using Arena.Core.Battles.Generating;

namespace Arena.Core.Tests.Prompts;

/// <summary>What is stored of a battle's prompt and of its answers' style.</summary>
public sealed class StoredPromptTests
{
    [Theory]
    [InlineData("Write a haiku about a bus that came too late.", null, PromptSource.Typed, "en", "writing", CategorySource.Rule)]
    [InlineData("Schreib ein kurzes Gedicht über den Herbst.", null, PromptSource.Message, "de", "writing", CategorySource.Rule)]
    [InlineData("Schreib ein kurzes Gedicht über den Herbst.", "everyday", PromptSource.Typed, "de", "everyday", CategorySource.Member)]
    [InlineData("Write a haiku about a bus that came too late.", "knowledge", PromptSource.Library, "en", "knowledge", CategorySource.Library)]
    [InlineData("ok", null, PromptSource.Typed, "und", null, null)]
    public async Task A_battle_knows_its_language_and_category_from_its_start(
        string prompt, string? category, PromptSource source, string language, string? stored, CategorySource? by)
    {
        await using var arena = await ArenaDriver.StartAsync();

        var started = await arena.StartBattleAsync(arena.Request(prompt) with { Category = category, Source = source });

        foreach (var battle in new[] { started, await arena.FindAsync(started.Id) })
            Assert.Equal((language, stored, by), (battle.Language, battle.Category, battle.CategorySource));
    }

    [Fact]
    public async Task A_battle_with_the_prompt_of_another_keeps_what_a_moderator_said_of_it()
    {
        await using var arena = await ArenaDriver.StartAsync();
        const string Poem = "Write a haiku about a bus that came too late.";

        var named = await arena.StartBattleAsync(arena.Request(Poem) with { Category = "everyday", CategorySource = CategorySource.Moderator });
        var none = await arena.StartBattleAsync(arena.Request(Poem) with { CategorySource = CategorySource.Moderator });

        Assert.Equal(("everyday", CategorySource.Moderator), (named.Category, named.CategorySource));
        Assert.Equal((null, CategorySource.Moderator), (none.Category, none.CategorySource));
    }

    [Fact]
    public async Task The_Markdown_of_both_answers_is_counted_when_they_are_stored()
    {
        await using var arena = await ArenaDriver.StartAsync();
        var battle = await arena.OpenVoteAsync(arena.Request("# One\n\n- two\n- **three**"));

        // The scripted models repeat the prompt after a word of their own.
        var answer = arena.Screen.Find(battle.Id)!.Latest.A.Text;
        var style = AnswerStyles.Of(answer, 1);
        Assert.True(style.ListItems == 2 && style.Bold == 1, answer);
        Assert.Equal(
            $"{style.Headings} 2 1|{style.Headings} 2 1",
            await arena.QueryAsync<string>("select group_concat(headings || ' ' || list_items || ' ' || bold, '|') from answers"));
    }
}
