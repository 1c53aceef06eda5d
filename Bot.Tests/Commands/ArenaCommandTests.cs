using Arena.Core.Battles;
using Bot.Commands;
using Bot.Discord;
using Bot.Presentation;

namespace Bot.Tests.Commands;

public sealed class ArenaCommandTests
{
    [Fact]
    public async Task The_status_tells_moderators_how_things_stand_and_not_what_plays()
    {
        await using var arena = await CommandDriver.StartAsync();
        await arena.VotingAsync();

        var told = await AsModeratorAsync(arena, "arena status");

        Assert.StartsWith("**Battles here** 0 battles in line, 0 being answered, 1 vote open, 0 settled.", told, StringComparison.Ordinal);
        Assert.EndsWith("**Models** 2 can play.\n**Nodes** 1 reachable.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("fox", told, StringComparison.Ordinal);
        Assert.DoesNotContain("node.example", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_see_the_nodes_too()
    {
        await using var arena = await CommandDriver.StartAsync(new AccessOptions { Operators = [CommandDriver.Alice] }, reachable: false);

        var told = await arena.UseAsync("arena status");

        Assert.EndsWith(
            "**Nodes** None is reachable right now; battles wait, and are dropped if that lasts.\n`http://node.example/` Connection refused.",
            told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_told_that_it_is_not_for_them()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena status"));
        Assert.Equal($"(ephemeral)\n{ErrorText.OnlyModerators}", await arena.UseAsync("arena cancel", new { battle = 1 }));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownCommand}", await AsModeratorAsync(arena, "arena node"));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownCommand}", await AsModeratorAsync(arena, "arena"));
    }

    [Fact]
    public async Task A_moderator_cancels_a_battle_that_waits()
    {
        await using var arena = await CommandDriver.StartAsync();
        arena.Models.Gate = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        await arena.UseAsync("battle", new { prompt = "Hello\nthere @everyone" });
        await arena.UntilAsync(1, battle => battle.State == BattleState.Generating);

        await arena.AnswerAsync(arena.Typing("arena", "cancel", "battle", "hel", origin => origin with { Member = Moderator }));
        var choice = Assert.Single(arena.Discord.Suggestions.Last());
        Assert.Equal(("#1 is being answered: Hello there @everyone", 1L), (choice.Name, choice.Value));

        Assert.Equal("Battle 1 is cancelled.", await AsModeratorAsync(arena, "arena cancel", new { battle = 1 }));
        Assert.Equal("This battle has ended already.", await AsModeratorAsync(arena, "arena cancel", new { battle = 1 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(77)]
    [InlineData(long.MaxValue)]
    public async Task A_battle_that_is_not_there_can_not_be_cancelled(long battle)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(ErrorText.BattleUnknown, await AsModeratorAsync(arena, "arena cancel", new { battle }));
        Assert.Equal("(ephemeral)\nI can not read the value of `battle`. Choose one that Discord offers.".Replace("(ephemeral)\n", "", StringComparison.Ordinal),
            await AsModeratorAsync(arena, "arena cancel", new { battle = "1" }));
    }

    private static Member Moderator => CommandDriver.Member(CommandDriver.Alice, Permissions.ManageServer);

    private static Task<string> AsModeratorAsync(CommandDriver arena, string command, object? options = null) =>
        arena.UseAsync(command, options, origin => origin with { Member = Moderator });
}
