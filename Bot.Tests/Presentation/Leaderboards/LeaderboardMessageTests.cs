using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Prompts;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;
using Bot.Presentation.Roster;

namespace Bot.Tests.Presentation.Leaderboards;

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

    [Fact]
    public void A_style_controlled_board_says_so_and_what_length_is_worth()
    {
        var address = BoardAddress.Of(RatingSystem.BradleyTerry) with { StyleControlled = true };
        var page = (Board(3) with { System = RatingSystem.BradleyTerry, UsesSize = false, PointsPerLengthUnit = 22.6 }).Page(1);

        var text = MessageText.Of(LeaderboardMessage.Compose(page, address, null, null));

        Assert.StartsWith("┌ #5B8DEF Bradley–Terry, style-controlled · this server\n", text, StringComparison.Ordinal);
        Assert.Contains("│ Length and layout are held equal. One unit of length, a typical difference in tokens, is worth +23 points.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_answers_style_is_known_it_says_what_to_do()
    {
        var address = BoardAddress.Of(RatingSystem.BradleyTerry) with { StyleControlled = true };

        Assert.Contains(
            "│ No battle that counts here has the length and layout of both answers stored. Leave style out to see all battles.\n",
            MessageText.Of(LeaderboardMessage.Compose(Board(0).Page(1), address, null, null)), StringComparison.Ordinal);
        Assert.Contains(
            "│ No battle about coding that counts anywhere has the length",
            MessageText.Of(LeaderboardMessage.Compose(Board(0).Page(1), address with { Category = "coding", Everywhere = true }, null, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_of_fifteen_long_names_keeps_Discords_limits()
    {
        var name = new string('漢', 40);
        var board = Board(32) with
        {
            System = RatingSystem.BradleyTerry,
            PointsPerLengthUnit = -1234.5,
            Rows = [.. Enumerable.Range(1, 32).Select(i => new Standing(
                i, SampleBattles.Qwen with { Tag = $"m{i}:7b" }, $"{name}{i}", 1500 - i, new RatingInterval(900, 2100), new BattleRecord(300_000, 200_000, 100_000, int.MaxValue)))],
        };
        var address = new BoardAddress(RatingSystem.BradleyTerry, "knowledge", true, true, 2);

        var message = LeaderboardMessage.Compose(board.Page(2), address, Chart("A board."), Picture);

        Assert.InRange(message.Embeds.Single().Description!.Length, 100, 4_096);
        Assert.InRange(message.Embeds.Single().Title!.Length, 1, 256);
        Assert.InRange(MessageText.EmbedCharacters(message), 100, 6_000);
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
    public void A_long_roster_has_pages_and_those_that_play_come_first()
    {
        Model[] roster = [.. Enumerable.Range(0, 500).Select(i => SampleBattles.Qwen with { Tag = $"model-{i:000}:7b", DisplayName = $"model-{i:000}:7b", Status = i < 400 ? ModelStatus.Retired : ModelStatus.Active })];

        var first = RosterMessage.Compose(roster, new HashSet<string> { "model-400:7b" }, 1);
        var last = Assert.Single(RosterMessage.Compose(roster, new HashSet<string>(), 1_000_000).Embeds);

        Assert.Equal("99 models can play · page 1 of 34", Assert.Single(first.Embeds).Title);
        Assert.StartsWith("○ `model-401:7b` · 7.6B, Q4_K_M", Assert.Single(first.Embeds).Description);
        Assert.Equal(["roster:0", "roster:2"], first.Components.Single().Components.OfType<Component.Button>().Select(button => button.CustomId));
        Assert.StartsWith("**Retired**\n", last.Description);
        Assert.Contains("model-399:7b", last.Description);
    }

    [Fact]
    public void The_roster_tells_what_keeps_a_model_from_playing()
    {
        var model = SampleBattles.Qwen;
        Model[] roster =
        [
            model with { Tag = "a:1b", IsAgeRestricted = true }, model with { Tag = "b:1b" }, model with { Tag = "c:1b", BenchedAt = SampleBattles.Start },
            model with { Tag = "d:1b", Status = ModelStatus.Flagged, Flag = new ModelFlag("saw the *prompts*\n@everyone", null) },
        ];

        var text = Assert.Single(RosterMessage.Compose(roster, new HashSet<string> { "b:1b" }, 1).Embeds).Description!;

        Assert.Matches("`a:1b`.* · age-restricted channels only\n\n\\*\\*Benched in this server\\*\\*\n.*`b:1b`", text);
        Assert.Matches("\\*\\*Benched after failing again and again\\*\\*\n.*`c:1b`", text);
        Assert.Matches("\\*\\*Flagged\\*\\*\n⚑ `d:1b`.*saw the ", text);
        Assert.DoesNotContain("@everyone", text);
        Assert.DoesNotContain("*prompts*", text.Replace("\\*", "", StringComparison.Ordinal));
    }

    private static Standings Board(int models) => new(
        RatingSystem.Elo, Scope.Everywhere,
        [.. Enumerable.Range(1, models).Select(i => new Standing(i, SampleBattles.Qwen with { Tag = $"m{i}:7b", DisplayName = $"m{i}:7b" }, $"m{i}:7b", 1500 - i, null, new BattleRecord(3, 2, 1, 20)))],
        100, 900, SampleBattles.Start, UsesSize: true, ProvisionalBelow: 10);

    private static Chart Chart(string alt) => new("<svg/>", 1000, 600, alt);
}
