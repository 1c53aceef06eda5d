using Arena.Core.Battles;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Tests.Presentation;

namespace Bot.Tests.Commands.Battles;

public sealed class PresetCommandTests
{
    private static readonly Func<InteractionOrigin, InteractionOrigin> Moderator =
        origin => origin with { Member = CommandDriver.Member(CommandDriver.Bob, Permissions.ManageServer) };

    [Fact]
    public async Task A_moderator_makes_a_preset_and_members_use_it()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "The preset **house** is new: temperature 0.3, min-p 0.05, top-k 40, answers of 200 tokens at most, with a system prompt. Battles that wait keep what they were asked for with.",
            await arena.UseAsync(
                "arena presets set", new { name = "House", temperature = 0.3, min_p = 0.05, top_k = 40, output_tokens = 200, system_prompt = "Be *brief*." }, Moderator));
        Assert.Equal("", await arena.UseAsync("battle", new { prompt = "Is 91 prime?", preset = "house" }));

        Assert.Equal("house", (await arena.UntilAsync(1, battle => battle.State == BattleState.Voting)).Preset.Name);
        Assert.Equal(["house: temperature 0.3, min-p 0.05, top-k 40, answers of 200 tokens at most"], await arena.TypeAsync("battle", "preset", "ho"));
        var list = await arena.UseAsync("arena presets list", null, Moderator);
        Assert.Contains("**balanced** (usual) temperature 0.7, top-p 0.95", list, StringComparison.Ordinal);
        Assert.Contains("**house** temperature 0.3", list, StringComparison.Ordinal);
        Assert.Contains("> Be \\*brief\\*.", await arena.UseAsync("arena presets list", new { name = "house" }, Moderator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preset_that_is_not_the_usual_one_is_named_when_the_battle_is_settled()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("battle", new { prompt = "Is 91 prime?", preset = "creative" });
        await arena.UntilAsync(1, battle => battle.State == BattleState.Voting);
        await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "owl:7b", prompt = "Hello", preset = "creative" });

        await Eventually.TrueAsync(() => Task.FromResult(
            arena.Discord.Edits.Select(MessageText.OfEdit).Any(edit => edit.Contains("Preset `creative`.", StringComparison.Ordinal))));
        Assert.DoesNotContain(
            arena.Discord.Edits.Select(MessageText.OfEdit),
            edit => edit.Contains("Which is better", StringComparison.Ordinal) && edit.Contains("creative", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"x","temperature":2.5}""", "The temperature can be 0 to 2. Nothing was changed.")]
    [InlineData("""{"name":"x","temperature":1e308}""", "The temperature can be 0 to 2. Nothing was changed.")]
    [InlineData("""{"name":"x","top_k":9007199254740991}""", "The top-k can be 1 to 1,000. Nothing was changed.")]
    [InlineData("""{"name":"x","context":100000}""", "The context can be 256 to 8,192 tokens. Nothing was changed.")]
    [InlineData("""{"name":"precise"}""", "**precise** is a preset that every server has; it can be neither changed nor removed. /arena presets set makes another one.")]
    [InlineData("""{"name":"two words"}""", "A preset's name has 1 to 32 lower-case letters, digits and hyphens, such as `short-answers`.")]
    public async Task What_Discord_would_have_refused_is_refused_here_too(string options, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(sentence, await arena.UseAsync("arena presets set", System.Text.Json.JsonDocument.Parse(options).RootElement, Moderator));
    }

    [Fact]
    public async Task Removing_the_usual_one_says_what_is_usual_now()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.UseAsync("arena presets set", new { name = "house" }, Moderator);
        await arena.Get<ServerSettingsBook>().ChangeAsync(CommandDriver.Home, CommandDriver.Bob, rules => rules with { Preset = "house" }, TestContext.Current.CancellationToken);

        Assert.Equal(
            "This server has no preset `hause` of its own. Did you mean `house`? /arena presets list shows all.",
            await arena.UseAsync("arena presets remove", new { name = "hause" }, Moderator));
        Assert.Equal(
            "The preset **house** is removed. It was the usual one here, so battles that name none are asked with **balanced** now.",
            await arena.UseAsync("arena presets remove", new { name = "house" }, Moderator));
    }

    [Fact]
    public async Task Members_neither_change_nor_see_the_list()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains("Only moderators can do that", await arena.UseAsync("arena presets set", new { name = "mine" }), StringComparison.Ordinal);
        Assert.Contains("Only moderators can do that", await arena.UseAsync("arena presets remove", new { name = "balanced" }), StringComparison.Ordinal);
    }
}
