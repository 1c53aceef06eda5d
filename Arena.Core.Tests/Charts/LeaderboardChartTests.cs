using System.Globalization;
using System.Xml.Linq;
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
    public void A_style_controlled_board_says_so_and_what_length_is_worth()
    {
        var board = Boards.Of(RatingSystem.BradleyTerry, 5, intervals: true) with { PointsPerLengthUnit = 23.4 };
        var chart = LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark);
        var texts = Layout.Texts(chart);

        Assert.Equal("Bradley–Terry, style-controlled", texts[0]);
        Assert.Contains("length and layout held equal: one unit of length, a typical difference in tokens, is worth +23 points", string.Join(' ', texts), StringComparison.Ordinal);
        Assert.Contains("bars: 95 % interval, by battle", texts);
        Assert.StartsWith("Bradley–Terry leaderboard, style-controlled, coding", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bracket_joins_neighbours_of_one_rank_and_no_others()
    {
        // Ranks by interval need not be monotone: the third has a wide interval and ranks with the first.
        int[] ranks = [1, 2, 1, 3, 3, 3];
        var rows = ranks.Select((rank, i) => new Standing(
            rank, Boards.Model($"m{i}"), $"m{i}", 1300 - 50 * i, new RatingInterval(1250 - 50 * i, 1350 - 50 * i), new BattleRecord(10, 0, 0, 10)));
        var board = new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, [.. rows], 20, 20, Boards.Noon, false, 10);
        var chart = LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark);

        Layout.AssertTidy(chart);
        // One bracket, from the fourth row to the sixth.
        Assert.Equal(1, chart.Svg.Split("<path d=\"M34 ").Length - 1);
        Assert.Contains($"<path d=\"M34 {176 + 3 * 54 + 10}L26 {176 + 3 * 54 + 10}L26 {176 + 6 * 54 - 10}L", chart.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provisional_interval_is_cut_at_the_edge_and_does_not_shrink_the_others()
    {
        Standing Row(int? rank, string name, double half) =>
            new(rank, Boards.Model(name), name, 1000, new RatingInterval(1000 - half, 1000 + half), new BattleRecord(10, 0, 0, 10));
        Standings Board(params Standing[] rows) => new(RatingSystem.BradleyTerry, Scope.Everywhere, rows, 20, 20, Boards.Noon, false, 10);
        static string OfFirst(Chart chart) => chart.Svg.Split("<line ").First(l => l.Contains("stroke-width=\"5\"", StringComparison.Ordinal)).Split("/>")[0];

        var alone = LeaderboardChart.Compose(Board(Row(1, "owl", 80)).Page(1), ChartTheme.Dark);
        var beside = LeaderboardChart.Compose(Board(Row(1, "owl", 80), Row(null, "new", 5000)).Page(1), ChartTheme.Dark);

        Layout.AssertTidy(beside);
        Assert.Equal(OfFirst(alone), OfFirst(beside));
    }

    [Theory, InlineData(600, 1250), InlineData(-300, 300), InlineData(900, 2400), InlineData(990, 1010)]
    public void The_axis_is_labelled_at_equal_steps(double lowest, double highest)
    {
        Standing Row(double rating) => new(1, Boards.Model("owl"), "owl", rating, null, new BattleRecord(1_000, 0, 0, 1_000_000));
        var board = new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, [Row(highest), Row(lowest)], 20, 20, Boards.Noon, false, 10);
        var chart = LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark);

        Layout.AssertTidy(chart);
        var ticks = XDocument.Parse(chart.Svg).Root!.Elements().Where(e => e.Attribute("y")?.Value == "156" && e.Attribute("text-anchor")?.Value == "middle")
            .Select(e => int.Parse(e.Value.Replace('−', '-'), CultureInfo.InvariantCulture)).ToList();
        Assert.True(ticks.Count >= 2, "Fewer than two labels.");
        Assert.Single(ticks.Zip(ticks.Skip(1), (a, b) => b - a).Distinct());
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
        Assert.StartsWith("Elo leaderboard, coding, this server, page 1 of 2: 1 model0:1b 2390, 1 model1:2b 2353, 3 model2:3b (flagged) 2315.", chart.AltText, StringComparison.Ordinal);

        var odd = LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 18, 0, i => Boards.OddNames[i]).Page(1), ChartTheme.Dark, new string('x', 5000));
        Assert.InRange(odd.AltText.Length, 1, 1024);
    }

    [Fact]
    public void The_same_board_gives_the_same_document() =>
        Assert.Equal(
            LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 20).Page(1), ChartTheme.Dark),
            LeaderboardChart.Compose(Boards.Of(RatingSystem.Elo, 20).Page(1), ChartTheme.Dark));
}
