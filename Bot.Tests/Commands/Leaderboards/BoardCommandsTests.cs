using Arena.Core.Battles;
using Arena.Core.Battles.Voting;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands.Leaderboards;

public sealed class BoardCommandsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
    public async Task The_roster_is_listed()
    {
        await using var arena = await CommandDriver.StartAsync();

        Assert.Equal("┌ #5B8DEF 2 models can play\n│ – `fox:1b` · 1B, Q4_0\n│ – `owl:7b` · 1B, Q4_0\n└", await arena.UseAsync("models list"));
        Assert.Equal($"(ephemeral)\n{ErrorText.UnknownCommand}", await arena.UseAsync("models everything"));
    }

    private static async Task SettleAsync(CommandDriver arena)
    {
        var battle = await arena.VotingAsync();
        await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(CommandDriver.Bob, null), Choice.A, Cancel);
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
