using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

public sealed class LeaderboardChartTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(15), InlineData(60)]
    public void Nothing_overlaps_and_nothing_leaves_the_canvas_whatever_the_number_of_models(int models)
    {
        foreach (var system in Enum.GetValues<RatingSystem>())
        foreach (var provisional in new[] { 0, 1, models / 2, models })
        {
            var board = Boards.Of(system, models, provisional, intervals: system == RatingSystem.BradleyTerry);
            for (var page = 1; page <= board.PageCount; page++)
                Layout.AssertTidy(LeaderboardChart.Compose(board.Page(page), ChartTheme.Dark, "Arena Sandbox"));
        }
    }

    [Fact]
    public void Odd_and_long_names_stay_in_their_place()
    {
        var board = Boards.Of(RatingSystem.Elo, Boards.OddNames.Length, 2, i => Boards.OddNames[i]);
        for (var page = 1; page <= board.PageCount; page++)
            Layout.AssertTidy(LeaderboardChart.Compose(board.Page(page), ChartTheme.Light, string.Concat(Boards.OddNames)));
    }

    [Fact]
    public void Huge_numbers_stay_in_their_columns() =>
        Layout.AssertTidy(LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 15, ballots: 999_999).Page(1), ChartTheme.Dark));

    [Fact]
    public void A_board_on_which_no_kind_is_known_has_no_dashes_for_it()
    {
        static int Dashes(ModelKind first)
        {
            var rows = Enumerable.Range(0, 3).Select(i => new Standing(
                i + 1, Boards.Model($"m{i}", kind: i == 0 ? first : ModelKind.Unknown), $"m{i}", 1000 - i, null, new BattleRecord(10, 0, 0, 10)));
            var board = new Standings(RatingSystem.Elo, Scope.Everywhere, [.. rows], 20, 20, Boards.Noon, true, 10);
            return LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark).Svg.Split("stroke-width=\"3\"").Length - 1;
        }

        Assert.Equal((2, 0), (Dashes(ModelKind.Instruct), Dashes(ModelKind.Unknown)));
    }

    [Fact]
    public void Equal_ratings_share_a_bracket_and_one_rating_draws_an_axis()
    {
        var rows = Enumerable.Range(0, 4).Select(i => new Standing(1, Boards.Model($"m{i}"), $"m{i}", 1000, null, new BattleRecord(10, 0, 0, 10)));
        var board = new Standings(RatingSystem.Elo, Scope.Everywhere, [.. rows], 20, 20, Boards.Noon, true, 10);

        var chart = LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark);

        Layout.AssertTidy(chart);
        Assert.Contains("1000", Layout.Texts(chart));
    }

    [Fact]
    public void The_picture_says_what_it_ranks_where_and_from_how_much()
    {
        var texts = Layout.Texts(LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 20, 2).Page(2), ChartTheme.Dark, "Arena Sandbox"));

        Assert.Equal("Elo leaderboard", texts[0]);
        Assert.Contains("page 2 of 2", texts);
        Assert.Contains("coding · Arena Sandbox", texts);
        Assert.Contains("98,765 ballots in 12,345 battles · 22 Nov 2026, 12:00 UTC", texts);
        Assert.Contains(texts, t => t.Contains("size handicap", StringComparison.Ordinal));
        Assert.Equal(2, texts.Count(t => t == "?"));
        Assert.Contains("fewer than 10 battles: not ranked yet", texts);
    }

    [Fact]
    public void An_empty_board_says_so()
    {
        var board = new Standings(RatingSystem.Elo, Scope.Everywhere, [], 0, 0, null, true, 10);
        var chart = LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark);

        Layout.AssertTidy(chart);
        Assert.Contains("No battle has been counted here yet.", Layout.Texts(chart));
        Assert.EndsWith("no battle has been counted here yet.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_alternative_names_the_top_and_fits_Discord()
    {
        var chart = LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 20).Page(1), ChartTheme.Dark);
        Assert.StartsWith("Elo leaderboard, coding, this server, page 1 of 2: 1 model0:1b 2390, 1 model1:2b 2353, 3 model2:3b 2315.", chart.AltText, StringComparison.Ordinal);

        var odd = LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 18, 0, i => Boards.OddNames[i]).Page(1), ChartTheme.Dark, new string('x', 5000));
        Assert.InRange(odd.AltText.Length, 1, 1024);
    }

    [Fact]
    public void The_same_board_gives_the_same_document() =>
        Assert.Equal(
            LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 20).Page(1), ChartTheme.Dark),
            LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 20).Page(1), ChartTheme.Dark));
}
