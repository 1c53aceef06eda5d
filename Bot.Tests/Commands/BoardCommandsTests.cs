using Arena.Core.Battles;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

public sealed class BoardCommandsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_board_is_one_sentence()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal(
            "┌ #5B8DEF Elo · this server\n│ No battle has been counted here yet. Start one with /battle.\n└",
            await arena.UseAsync("leaderboard", new { rating = "elo" }));
    }

    [Fact]
    public async Task A_board_is_a_picture_first_and_the_same_as_text()
    {
        await using var arena = await CommandDriver.StartAsync(more: Drawing);
        await SettleAsync(arena);

        await arena.UseAsync("leaderboard", new { rating = "score", scope = "everywhere" });

        Assert.Equal("defer", arena.Discord.Journal.Where(line => line.StartsWith("defer", StringComparison.Ordinal)).Last());
        var board = arena.Discord.Answers.Last();
        var table = Assert.Single(board.Embeds);
        Assert.Equal("Score · everywhere", table.Title);
        Assert.Null(table.Image);
        Assert.Matches(@"^```\n[\s\S]*fox:1b[\s\S]*\n```\n1 ballot in 1 battle, the last <t:\d+:R>\.\nScore is the battles won out of all battles plus one\.$", table.Description);
        var picture = Assert.Single(board.Files);
        Assert.Equal(("leaderboard.png", "image/png"), (picture.Name, picture.MediaType));
        Assert.InRange(picture.Description!.Length, 10, 1024);
    }

    [Fact]
    public async Task Where_nothing_can_be_drawn_the_board_is_text_with_a_note()
    {
        await using var arena = await CommandDriver.StartAsync(more: NotDrawing);
        await SettleAsync(arena);

        var told = await arena.UseAsync("leaderboard", new { rating = "elo" });

        Assert.Contains("fox:1b", told, StringComparison.Ordinal);
        Assert.Contains("This machine can not draw pictures", told, StringComparison.Ordinal);
        Assert.Empty(arena.Discord.Answers.Last().Files);
    }

    [Fact]
    public async Task The_button_below_a_battle_shows_the_board_to_the_one_who_pressed()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains($"{SystemNames.Of(LeaderboardReader.DefaultSystem)} · this server", await arena.PressAsync("board"), StringComparison.Ordinal);
        Assert.Contains("defer quietly", arena.Discord.Journal);
    }

    [Theory]
    [InlineData("board:score:everywhere:1")]
    [InlineData("board:elo:server:0")]
    [InlineData("board:elo:server:2147483647")]
    public async Task Page_buttons_turn_the_page_in_place_wherever_they_point(string customId)
    {
        await using var arena = await CommandDriver.StartAsync(more: Drawing);
        await SettleAsync(arena);

        Assert.Contains("fox:1b", await arena.PressAsync(customId), StringComparison.Ordinal);
        Assert.Contains("defer update", arena.Discord.Journal);
    }

    [Fact]
    public async Task One_model_is_shown_with_rank_record_and_its_latest_battles()
    {
        await using var arena = await CommandDriver.StartAsync(more: NotDrawing);
        await SettleAsync(arena);
        var battle = (await arena.Get<BattleDesk>().FindAsync(new BattleId(1), Cancel))!;

        var told = await arena.UseAsync("elo", new { model = battle.ModelA });

        Assert.StartsWith($"┌ #5B8DEF {battle.ModelA}\n│ 1B, Q4_0 · demo", told, StringComparison.Ordinal);
        Assert.Contains("**Record** 1 win, 0 losses, 0 ties from 1 vote", told, StringComparison.Ordinal);
        Assert.Matches($@"│ won against {battle.ModelB}, Elo \d+ \(\+\d+\), <t:\d+:R>", told);
        Assert.Contains("no rank yet, too few battles", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_battles_says_so_and_one_that_is_none_too()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Contains("No counted battle in this server yet.", await arena.UseAsync("elo", new { model = "fox:1b" }), StringComparison.Ordinal);
        Assert.Equal("(ephemeral)\n`fo'x` is not on the roster. Did you mean `fox:1b`? /models list shows all.", await arena.UseAsync("elo", new { model = "fo`x" }));
        Assert.Contains("Elo · this server", await arena.UseAsync("elo"), StringComparison.Ordinal);
        Assert.Contains("Elo · this server", await arena.UseAsync("elo", new { model = " " }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rating", "bradleyterry")]
    [InlineData("scope", "moon")]
    public async Task Hostile_values_are_answered_plainly(string option, string value)
    {
        await using var arena = await CommandDriver.StartAsync();

        var told = await arena.UseAsync("leaderboard", new Dictionary<string, string> { [option] = value });

        Assert.Equal($"(ephemeral)\n{ErrorText.BadOption(option)}", told);
    }

    [Fact]
    public async Task The_roster_is_listed()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("┌ #5B8DEF 2 models can play\n│ `fox:1b` · 1B, Q4_0\n│ `owl:7b` · 1B, Q4_0\n└", await arena.UseAsync("models list"));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownCommand}", await arena.UseAsync("models everything"));
    }

    private static async Task SettleAsync(CommandDriver arena)
    {
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, CommandDriver.Bob, Choice.A, Cancel);
        await arena.PressAsync("reveal:1");
    }

    private static void Drawing(IServiceCollection services) => services.AddSingleton<IChartRenderer>(
        new Renderer(new ChartRendering.Picture(new byte[] { 0x89, 0x50, 0x4E, 0x47 })));

    private static void NotDrawing(IServiceCollection services) => services.AddSingleton<IChartRenderer>(
        new Renderer(new ChartRendering.ChartsUnavailable("librsvg is missing")));

    private sealed class Renderer(ChartRendering rendering) : IChartRenderer
    {
        public Task<ChartRendering> RenderAsync(Chart chart, CancellationToken cancellationToken) => Task.FromResult(rendering);
    }
}
