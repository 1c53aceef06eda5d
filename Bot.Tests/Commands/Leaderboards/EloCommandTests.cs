using Arena.Core.Battles;
using Arena.Core.Charts;
using Bot.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands.Leaderboards;

public sealed class EloCommandTests
{
    private static readonly string[] ThreeModels = ["fox:1b", "owl:7b", "yak:3b"];

    [Fact]
    public async Task Without_a_model_it_is_the_Elo_board()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains("Elo · this server", await arena.UseAsync("elo"), StringComparison.Ordinal);
        Assert.Contains("Elo · this server", await arena.UseAsync("elo", new { model = " " }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_model_is_shown_under_each_system_with_record_and_latest_battles()
    {
        var drawn = new DrawnCharts();
        await using var arena = await FoughtAsync(drawn);

        var told = await arena.UseAsync("elo", new { model = "FOX:1B" });

        Assert.StartsWith("┌ #5B8DEF fox:1b\n│ 1B, Q4_0 · demo", told, StringComparison.Ordinal);
        Assert.Matches(@"\*\*Bradley–Terry\*\* 1\d\d\d ±\d+ · no rank yet, too few battles", told);
        Assert.Matches(@"\*\*Elo\*\* 11\d\d · no rank yet, too few battles", told);
        Assert.Contains("**Score** 0.500 · rank 1 of 2\n", told, StringComparison.Ordinal);
        Assert.Contains("**Record** 2 wins, 0 losses, 1 tie from 6 ballots", told, StringComparison.Ordinal);
        Assert.Matches(@"│ won against owl:7b, Elo \d+ \(\+\d+\), <t:\d+:R>\n│ tied with owl:7b, Elo \d+ \(−\d\), <t:\d+:R>\n│ won against", told);
        Assert.Contains("<file history.png image/png", told, StringComparison.Ordinal);
        Assert.Contains("fox:1b", drawn.Last!.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rank_that_others_have_too_is_told_so()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ThreeModels, more: BattleSeries.Scripted);
        var series = new BattleSeries(arena);
        for (var round = 0; round < 5; round++)
        {
            await series.FightAsync("fox:1b", "owl:7b", [Choice.A]);
            await series.FightAsync("owl:7b", "yak:3b", [Choice.A]);
            await series.FightAsync("yak:3b", "fox:1b", [Choice.A]);
        }

        Assert.Matches(@"\*\*Bradley–Terry\*\* 1000 ±\d+ · rank 1 of 3, shared by 3\n", await arena.UseAsync("elo", new { model = "owl:7b" }));
    }

    [Fact]
    public async Task Two_models_stand_beside_each_other_with_what_to_expect_and_what_happened()
    {
        var drawn = new DrawnCharts();
        await using var arena = await FoughtAsync(drawn);

        var told = await arena.UseAsync("elo", new { model = "owl:7b", versus = "Fox:1b" });

        Assert.StartsWith("┌ #5B8DEF owl:7b against fox:1b\n", told, StringComparison.Ordinal);
        Assert.Matches(@"│ \*\*Expected\*\* owl:7b \d\d % · fox:1b \d\d % of the ballots, by Bradley–Terry\n", told);
        Assert.Contains("│ **Actual** owl:7b 17 % · fox:1b 83 % of 6 ballots\n", told, StringComparison.Ordinal);
        Assert.Contains("│ **Battles** owl:7b won 0, fox:1b won 2, 1 tie\n", told, StringComparison.Ordinal);
        Assert.Matches(@"│ \*\*Bradley–Terry\*\* owl:7b \d+ ±\d+ · fox:1b \d+ ±\d+\n│ \*\*Elo\*\* owl:7b \d+ · fox:1b \d+\n│ \*\*Score\*\* owl:7b 0\.000 · fox:1b 0\.500\n", told);
        Assert.Contains("<file head-to-head.png image/png", told, StringComparison.Ordinal);
        Assert.Contains("owl:7b", drawn.Last!.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_never_met_are_still_expected_something_of()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ThreeModels, more: BattleSeries.Scripted);
        var series = new BattleSeries(arena);
        await series.FightAsync("fox:1b", "owl:7b", [Choice.A]);
        await series.FightAsync("owl:7b", "yak:3b", [Choice.A]);

        var told = await arena.UseAsync("elo", new { model = "fox:1b", versus = "yak:3b" });

        Assert.Matches(@"\*\*Expected\*\* fox:1b [56789]\d % · yak:3b \d\d % of the ballots", told);
        Assert.Contains("**Actual** They have not met in this server yet.\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("**Battles**", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_that_never_fought_say_so()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ThreeModels, more: BattleSeries.Scripted);

        Assert.Contains("No counted battle in this server yet.", await arena.UseAsync("elo", new { model = "fox:1b" }), StringComparison.Ordinal);
        Assert.Contains(
            "**Expected** Neither has a counted battle in this server yet. Start one with /battle.",
            await arena.UseAsync("elo", new { model = "fox:1b", versus = "yak:3b" }), StringComparison.Ordinal);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A]);
        Assert.Contains(
            "**Expected** yak:3b has no counted battle in this server yet.",
            await arena.UseAsync("elo", new { model = "fox:1b", versus = "yak:3b" }), StringComparison.Ordinal);
        Assert.Contains(
            "**Expected** yak:3b has no counted battle in this server yet.",
            await arena.UseAsync("elo", new { model = "yak:3b", versus = "fox:1b" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_are_none_are_answered_with_the_one_that_was_meant()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("(ephemeral)\n`fo'x` is not on the roster. Did you mean `fox:1b`? /models list shows all.", await arena.UseAsync("elo", new { model = "fo`x" }));
        Assert.Equal(
            "(ephemeral)\n`owl:8b` is not on the roster. Did you mean `owl:7b`? /models list shows all.",
            await arena.UseAsync("elo", new { model = "fox:1b", versus = "owl:8b" }));
        Assert.Equal(
            "(ephemeral)\n`qqqqq` is not on the roster. /models list shows all.", await arena.UseAsync("elo", new { model = "qqqqq", versus = "owl:7b" }));
    }

    [Fact]
    public async Task Versus_alone_and_a_model_against_itself_are_answered_plainly()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.VersusWhom}", await arena.UseAsync("elo", new { versus = "owl:7b" }));
        Assert.Equal($"(ephemeral)\n{ErrorText.SameModelTwice("owl:7b")}", await arena.UseAsync("elo", new { model = "owl:7b", versus = "OWL:7b" }));
        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("versus")}", await arena.UseAsync("elo", new { model = "owl:7b", versus = 7 }));
    }

    [Fact]
    public async Task Both_names_are_completed()
    {
        await using var arena = await CommandDriver.StartAsync(roster: ThreeModels);

        Assert.Equal(["fox:1b", "owl:7b", "yak:3b"], await arena.TypeAsync("elo", "model", ""));
        Assert.Equal(["owl:7b"], await arena.TypeAsync("elo", "versus", "OW"));
        Assert.Equal(["owl:7b", "yak:3b"], await arena.TypeAsync("elo", "versus", "", new { model = "fox:1b" }));
    }

    // fox wins twice and ties once; six ballots, of which fox has four and two say tie or both bad.
    private static async Task<CommandDriver> FoughtAsync(DrawnCharts drawn)
    {
        var arena = await CommandDriver.StartAsync(more: services =>
        {
            BattleSeries.Scripted(services);
            services.AddSingleton<IChartRenderer>(drawn);
        });
        var series = new BattleSeries(arena);
        await series.FightAsync("fox:1b", "owl:7b", [Choice.A, Choice.A, Choice.A]);
        await series.FightAsync("owl:7b", "fox:1b", [Choice.Tie]);
        await series.FightAsync("owl:7b", "fox:1b", [Choice.B, Choice.BothBad]);
        return arena;
    }
}
