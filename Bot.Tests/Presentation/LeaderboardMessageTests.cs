using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Bot.Presentation;

namespace Bot.Tests.Presentation;

public sealed class LeaderboardMessageTests
{
    private static readonly ChartRendering Picture = new ChartRendering.Picture(new byte[] { 1, 2, 3 });

    [Fact]
    public void Pages_turn_by_buttons_that_say_where_they_lead()
    {
        var page = Board(32).Page(2);
        var address = new BoardAddress(RatingSystem.Elo, "coding", true, false, 2);

        var text = MessageText.Of(LeaderboardMessage.Compose(page, address, Chart("A board."), Picture));

        Assert.StartsWith("┌ #5B8DEF Elo · coding · everywhere · page 2 of 3\n│ ```\n", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "[Previous Secondary board:elo:coding:everywhere:plain:1] [Next Secondary board:elo:coding:everywhere:plain:3]\n<file leaderboard.png image/png 3 bytes: A board.>",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public void At_either_end_one_button_rests()
    {
        var address = BoardAddress.Of(RatingSystem.BradleyTerry) with { StyleControlled = true };

        Assert.EndsWith(
            "[Previous Secondary board:bt:all:server:style:0 disabled] [Next Secondary board:bt:all:server:style:2]",
            MessageText.Of(LeaderboardMessage.Compose(Board(16).Page(1), address, null, null)), StringComparison.Ordinal);
        Assert.EndsWith(
            "[Previous Secondary board:bt:all:server:style:1] [Next Secondary board:bt:all:server:style:3 disabled]",
            MessageText.Of(LeaderboardMessage.Compose(Board(16).Page(2), address with { Page = 2 }, null, null)), StringComparison.Ordinal);
        Assert.Empty(LeaderboardMessage.Compose(Board(15).Page(1), address, null, null).Components);
    }

    [Theory]
    [InlineData("elo:server:1", RatingSystem.Elo, false, 1)]
    [InlineData("score:everywhere:12", RatingSystem.Score, true, 12)]
    public void Buttons_of_former_versions_still_lead_to_their_board(string subject, RatingSystem system, bool everywhere, int page) =>
        Assert.Equal(new BoardAddress(system, null, everywhere, false, page), BoardAddress.Parse(subject));

    [Fact]
    public void Every_address_is_read_back_from_its_button_and_fits_on_it()
    {
        foreach (var system in Enum.GetValues<RatingSystem>())
        {
            foreach (var category in PromptCategories.All.Append(null))
            {
                foreach (var (everywhere, style) in new[] { (true, false), (false, false), (false, true), (true, true) }.Where(pair => !pair.Item2 || system == RatingSystem.BradleyTerry))
                {
                    var address = new BoardAddress(system, category, everywhere, style, int.MaxValue);

                    Assert.InRange(address.ButtonId.Length, 1, 100);
                    var (verb, subject) = ButtonIds.Split(address.ButtonId);
                    Assert.Equal((ButtonIds.Board, address), (verb, BoardAddress.Parse(subject)));
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("elo")]
    [InlineData("elo:server:-1")]
    [InlineData("elo:server:1:2")]
    [InlineData("elo:coding:server:style:1")]
    [InlineData("bt:gossip:server:plain:1")]
    [InlineData("bt:all:server:fancy:1")]
    [InlineData("bt:all:server:plain:1:1")]
    [InlineData("bt::server:plain:1")]
    [InlineData("bt:all:server:plain:-1")]
    [InlineData("elo:moon:1")]
    [InlineData("bradleyterry:server:1")]
    [InlineData("elo:server:99999999999")]
    public void Anything_else_is_no_address(string subject) => Assert.Null(BoardAddress.Parse(subject));

    [Fact]
    public void A_long_roster_ends_with_how_many_more_there_are()
    {
        var roster = Enumerable.Range(0, 500).Select(i => Battles.Qwen with { Tag = $"model-{i:000}:7b", Status = i < 400 ? ModelStatus.Active : ModelStatus.Retired });

        var embed = Assert.Single(RosterMessage.Compose([.. roster]).Embeds);

        Assert.Equal("400 models can play", embed.Title);
        Assert.InRange(embed.Description!.Length, 3_000, 4_096);
        Assert.Matches(@"\n… and \d+ more\.$", embed.Description);
    }

    private static Standings Board(int models) => new(
        RatingSystem.Elo, Scope.Everywhere,
        [.. Enumerable.Range(1, models).Select(i => new Standing(i, Battles.Qwen with { Tag = $"m{i}:7b", DisplayName = $"m{i}:7b" }, $"m{i}:7b", 1500 - i, null, new BattleRecord(3, 2, 1, 20)))],
        100, 900, Battles.Start, UsesSize: true, ProvisionalBelow: 10);

    private static Chart Chart(string alt) => new("<svg/>", 1000, 600, alt);
}
