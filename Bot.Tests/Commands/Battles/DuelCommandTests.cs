using Arena.Core.Battles;
using Bot.Discord;
using Bot.Presentation;
using Bot.Tests.Presentation;

namespace Bot.Tests.Commands.Battles;

public sealed class DuelCommandTests
{
    [Fact]
    public async Task A_duel_names_its_models_from_the_start_and_ends_with_their_speeds()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("", await arena.UseAsync("duel", new { model_a = "owl:7b", model_b = "fox:1b", prompt = "Is 91 prime?" }));

        Assert.StartsWith("**Duel** · asked by <@4> · `owl:7b` and `fox:1b`\n> Is 91 prime?", arena.Discord.Posted.Single().Content, StringComparison.Ordinal);
        var edits = (await EditsUntilAsync(arena, "A duel: nobody votes, and no rating moves."))
            .Where(edit => edit.Contains('┌', StringComparison.Ordinal))                     // not its place in line
            .ToList();
        Assert.All(edits, edit => Assert.Contains("A · owl:7b", edit, StringComparison.Ordinal));
        Assert.All(edits, edit => Assert.Contains("B · fox:1b", edit, StringComparison.Ordinal));
        Assert.Contains("tokens/s", edits[^1], StringComparison.Ordinal);
        Assert.Contains("Same duel again", edits[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Reveal", string.Concat(edits), StringComparison.Ordinal);
        Assert.DoesNotContain(arena.Discord.Journal, line => line.StartsWith("react", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_duel_again_is_between_the_same_two()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ["fox:1b", "owl:7b", "cat:2b", "dog:3b"]);
        await arena.UseAsync("duel", new { model_a = "owl:7b", model_b = "fox:1b", prompt = "Is 91 prime?", preset = "precise" });
        await arena.UntilAsync(1, battle => battle.State == BattleState.Settled);

        Assert.Equal("", await arena.PressAsync("same:1"));

        var again = await arena.UntilAsync(2, battle => battle.State == BattleState.Settled);
        Assert.Equal(
            (BattleKind.Duel, "owl:7b", "fox:1b", "Is 91 prime?", "precise"), (again.Kind, again.ModelA, again.ModelB, again.Prompt, again.Preset.Name));
    }

    [Fact]
    public async Task What_does_not_go_is_said_in_one_sentence()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "`owl:7bb` is not on the roster. Did you mean `owl:7b`? /models list shows all.",
            await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "owl:7bb", prompt = "Hello" }));
        Assert.Equal(
            "`fox:1b` can not duel with itself. Name two different models.",
            await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "fox:1b", prompt = "Hello" }));
        Assert.Equal(ErrorText.DuelPromptEmpty, await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "owl:7b", prompt = " " }));
        Assert.Equal(
            "There is no preset `creativ` here. Did you mean `creative`? There are: balanced, precise, creative.",
            await arena.UseAsync("duel", new { model_a = "fox:1b", model_b = "owl:7b", prompt = "Hello", preset = "creativ" }));
        Assert.Empty(arena.Discord.Posted);
    }

    [Fact]
    public async Task A_duel_needs_no_reactions()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("", await arena.UseAsync(
            "duel", new { model_a = "fox:1b", model_b = "owl:7b", prompt = "Hello" },
            origin => origin with { AppPermissions = CommandDriver.AllOfTheBots & ~Permissions.AddReactions }));
    }

    [Fact]
    public async Task Models_are_offered_but_not_the_one_that_is_named_already()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(["fox:1b", "owl:7b"], await arena.TypeAsync("duel", "model_a", ""));
        Assert.Equal(["owl:7b"], await arena.TypeAsync("duel", "model_b", "", new { model_a = "fox:1b" }));
        Assert.Equal(["precise: temperature 0.2, top-p 0.9"], await arena.TypeAsync("duel", "preset", "pre"));
    }

    private static async Task<IReadOnlyList<string>> EditsUntilAsync(CommandDriver arena, string end) => (await Eventually.GetAsync(() =>
    {
        IReadOnlyList<string> edits = [.. arena.Discord.Edits.Select(MessageText.OfEdit)];
        return Task.FromResult(edits.Any(edit => edit.Contains(end, StringComparison.Ordinal)) ? edits : null);
    }))!;
}
