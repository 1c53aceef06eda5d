using System.Globalization;
using Arena.Core.Battles;
using Arena.Core.Charts;
using Bot.Discord;
using Bot.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands.Leaderboards;

public sealed class LeaderboardCommandTests
{
    private static readonly string[] SeventeenModels = [.. Enumerable.Range(1, 17).Select(i => string.Create(CultureInfo.InvariantCulture, $"m{i:00}:7b"))];

    [Theory]
    [InlineData(null, null, "No battle has been counted here yet. Start one with /battle.")]
    [InlineData("elo", null, "No battle has been counted here yet. Start one with /battle.")]
    [InlineData("score", "everywhere", "No battle has been counted anywhere yet. Start one with /battle.")]
    public async Task Without_battles_it_says_how_to_get_some(string? rating, string? scope, string sentence)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains($"│ {sentence}\n└", await ShowAsync(arena, rating, scope: scope), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_that_nobody_used_is_told_as_such()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A], "math");

        Assert.Equal(
            "┌ #5B8DEF Bradley–Terry · coding · this server\n"
            + "│ No battle about coding has been counted here yet. Start one with /battle and that category, or leave category out.\n└",
            await ShowAsync(arena, category: "coding"));
        Assert.StartsWith("┌ #5B8DEF Bradley–Terry · math · this server\n│ ```\n", await ShowAsync(arena, category: "math"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_board_is_shown_with_intervals_and_says_what_they_are()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A, Choice.A, Choice.Tie]);

        var told = await ShowAsync(arena);

        Assert.StartsWith("┌ #5B8DEF Bradley–Terry · this server\n", told, StringComparison.Ordinal);
        Assert.Matches(@"│ #  model   rating  95 %  W-L-T  ballots\n│ \?  fox:1b    1\d\d\d  ±\d+  1-0-0        3\n│ \?  owl:7b     \d\d\d  ±\d+  0-1-0        3\n│ \? fewer than 10 battles", told);
        Assert.Matches(@"3 ballots in 1 battle, the last <t:\d+:R>\.\n│ ± is the 95 % interval, by battle", told);
    }

    [Theory]
    [InlineData("elo", "A game with a size handicap: large models start higher and gain less by winning.")]
    [InlineData("score", "Score is the battles won out of all battles plus one.")]
    public async Task Each_system_says_what_it_is_and_has_no_interval_where_there_is_none(string rating, string note)
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A]);

        var told = await ShowAsync(arena, rating);

        Assert.Contains(note, told, StringComparison.Ordinal);
        Assert.DoesNotContain("95 %", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_counts_its_own_ballots_and_no_others()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        var series = new BattleSeries(arena);
        await series.FightAsync("fox:1b", "owl:7b", [Choice.A], "math");
        await series.FightAsync("fox:1b", "owl:7b", [Choice.A, Choice.B], "coding");
        await series.FightAsync("fox:1b", "owl:7b", [Choice.B, Choice.B, Choice.B], "coding", server: new ServerId(6));

        Assert.Contains("3 ballots in 2 battles", await ShowAsync(arena), StringComparison.Ordinal);
        Assert.Contains("6 ballots in 3 battles", await ShowAsync(arena, scope: "everywhere"), StringComparison.Ordinal);
        Assert.Contains("2 ballots in 1 battle,", await ShowAsync(arena, "elo", "coding", "server"), StringComparison.Ordinal);
        Assert.Contains("5 ballots in 2 battles", await ShowAsync(arena, "score", "coding", "everywhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_asked_for_or_turned_and_keep_all_that_was_asked()
    {
        await using var arena = await CommandDriver.StartAsync(roster: SeventeenModels, more: BattleSeries.Scripted);
        arena.Models.Tags.AddRange(SeventeenModels);
        var series = new BattleSeries(arena);
        for (var i = 1; i < SeventeenModels.Length; i++)
            await series.FightAsync(SeventeenModels[0], SeventeenModels[i], [Choice.A], "math");

        var last = await arena.UseAsync("leaderboard", new { rating = "bt", category = "math", scope = "everywhere", page = 900 });

        Assert.StartsWith("┌ #5B8DEF Bradley–Terry · math · everywhere · page 2 of 2\n", last, StringComparison.Ordinal);
        Assert.Contains("[Previous Secondary board:bt:math:everywhere:plain:1] [Next Secondary board:bt:math:everywhere:plain:3 disabled]", last, StringComparison.Ordinal);
        var first = await arena.PressAsync("board:bt:math:everywhere:plain:1");
        Assert.StartsWith("┌ #5B8DEF Bradley–Terry · math · everywhere · page 1 of 2\n", first, StringComparison.Ordinal);
        Assert.Contains("[Previous Secondary board:bt:math:everywhere:plain:0 disabled] [Next Secondary board:bt:math:everywhere:plain:2]", first, StringComparison.Ordinal);
        Assert.StartsWith("┌ #5B8DEF Elo · this server · page 2 of 2\n", await arena.PressAsync("board:elo:server:2"), StringComparison.Ordinal);
        Assert.Contains("m01:7b", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rating", "bradleyterry")]
    [InlineData("scope", "moon")]
    [InlineData("style", "plain")]
    public async Task Hostile_values_are_answered_plainly(string option, string value)
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await arena.UseAsync("leaderboard", new Dictionary<string, string> { [option] = value });

        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption(option)}", told);
    }

    [Fact]
    public async Task A_category_or_page_that_is_none_is_refused()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains("There is no category `gossip`. There are: coding, math", await ShowAsync(arena, category: "gossip"), StringComparison.Ordinal);
        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("page")}", await arena.UseAsync("leaderboard", new { page = 0 }));
        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption("page")}", await arena.UseAsync("leaderboard", new { page = "two" }));
        Assert.Contains("Start one with /battle.", await arena.UseAsync("leaderboard", new { page = long.MaxValue }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_controlled_board_says_what_length_is_worth_even_where_all_answers_are_alike()
    {
        await using var arena = await CommandDriver.StartAsync(more: BattleSeries.Scripted);
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A, Choice.A], "math");

        var told = await arena.UseAsync("leaderboard", new { rating = "bt", style = "style-controlled" });

        Assert.StartsWith("┌ #5B8DEF Bradley–Terry, style-controlled · this server\n", told, StringComparison.Ordinal);
        Assert.Contains("a typical difference in tokens, is worth ±0 points.", told, StringComparison.Ordinal);
        Assert.Contains(
            "No battle about coding that counts here has the length and layout of both answers stored.",
            await arena.UseAsync("leaderboard", new { style = "style-controlled", category = "coding" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elo")]
    [InlineData("score")]
    public async Task Style_is_held_equal_by_the_official_board_alone(string rating)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.StyleNeedsBradleyTerry}", await arena.UseAsync("leaderboard", new { rating, style = "style-controlled" }));
    }

    [Theory]
    [InlineData("board:elo:server:-1")]
    [InlineData("board:bt:gossip:server:plain:1")]
    [InlineData("board:elo:math:server:style:1")]
    [InlineData("board:bt:math:server:plain:1; drop table ratings")]
    [InlineData("board:::::")]
    [InlineData("board:elo:server:99999999999999999999")]
    public async Task Hostile_buttons_get_one_sentence(string customId)
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownButton}", await arena.PressAsync(customId));
    }

    [Fact]
    public async Task The_picture_has_the_servers_name_and_the_colours_that_were_set()
    {
        var drawn = new DrawnCharts();
        await using var arena = await CommandDriver.StartAsync(more: services =>
        {
            BattleSeries.Scripted(services);
            services.AddSingleton<IChartRenderer>(drawn);
            services.AddSingleton(ChartTheme.Light);
        });
        arena.Discord.Happen(new Bot.Discord.Events.DiscordEvent.ServerAvailable(new Server(CommandDriver.Home, "Owls <&> friends", null, []), false));
        await new BattleSeries(arena).FightAsync("fox:1b", "owl:7b", [Choice.A]);

        await Eventually.TrueAsync(async () =>
        {
            await ShowAsync(arena);
            return drawn.Last!.AltText.Contains("Owls <&> friends", StringComparison.Ordinal);
        });
        Assert.Contains(ChartTheme.Light.Background, drawn.Last!.Svg, StringComparison.Ordinal);
        await ShowAsync(arena, scope: "everywhere");
        Assert.DoesNotContain("Owls", drawn.Last!.Svg, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(CommandDriver arena, string? rating = null, string? category = null, string? scope = null)
    {
        var options = new Dictionary<string, string?> { ["rating"] = rating, ["category"] = category, ["scope"] = scope };
        return arena.UseAsync("leaderboard", options.Where(option => option.Value is not null).ToDictionary());
    }
}
