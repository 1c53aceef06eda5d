using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

/// <summary>What holds for every kind of picture, whatever it is drawn of.</summary>
public sealed class EveryPictureTests
{
    public static MatrixTheoryData<int, bool> Sizes => new([1, 2, 3, 15, 60], [false, true]);

    [Theory, MemberData(nameof(Sizes))]
    public void Boards_and_records_are_tidy_on_every_page(int models, bool hardNames)
    {
        var board = Boards.Of(RatingSystem.BradleyTerry, models, models / 3, Pictures.Names(hardNames), intervals: true);
        foreach (var theme in Pictures.Themes)
        for (var page = 1; page <= board.PageCount; page++)
        {
            Layout.AssertTidy(LeaderboardChart.Compose((board with { PointsPerLengthUnit = -1234.5 }).Page(page), theme, "Arena Sandbox"));
            Layout.AssertTidy(RecordsChart.Compose(board.Page(page), theme, "Arena Sandbox"));
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Matrices_are_tidy(int models, bool hardNames)
    {
        var board = Boards.Of(RatingSystem.BradleyTerry, models, 0, Pictures.Names(hardNames));
        foreach (var theme in Pictures.Themes)
        {
            Layout.AssertTidy(MatrixChart.Compose(
                Pictures.Matrix(PairMatrixKind.ActualWinRate, board, (r, c) => (r + c) % 5 == 0 ? null : (r * 7 + c * 3) % 101 / 100.0), theme));
            Layout.AssertTidy(MatrixChart.Compose(
                Pictures.Matrix(PairMatrixKind.PredictedWinRate, board, (r, c) => c >= r ? 1 : 0), theme));
            foreach (var most in new[] { 9, 999, 99_999, 99_999_999 })
            {
                Layout.AssertTidy(MatrixChart.Compose(
                    Pictures.Matrix(PairMatrixKind.Battles, board, (r, c) => most / (1 + r + c)), theme));
            }
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Ratings_by_size_are_tidy(int models, bool hardNames)
    {
        foreach (var system in Enum.GetValues<RatingSystem>())
        foreach (var provisional in new[] { 0, models / 2, models })
        {
            var board = Boards.Of(system, models, provisional, Pictures.Names(hardNames), intervals: system == RatingSystem.BradleyTerry);
            foreach (var theme in Pictures.Themes)
                Layout.AssertTidy(SizeChart.Compose(board, theme, "Arena Sandbox"));
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Histories_are_tidy(int models, bool hardNames)
    {
        var names = Pictures.Names(hardNames) ?? (i => $"model{i}:7b");
        foreach (var system in new[] { RatingSystem.Elo, RatingSystem.BradleyTerry })
        foreach (var points in new[] { 1, 2, 40 })
        {
            var series = Enumerable.Range(0, Math.Min(models, HistoryChart.MostSeries)).Select(i => Pictures.Series(system, names(i), points + i, i)).ToList();
            foreach (var theme in Pictures.Themes)
                Layout.AssertTidy(HistoryChart.Compose(series, HistoryAxis.Time, theme));
        }
    }

    [Fact]
    public void A_flagged_model_has_its_mark_on_every_picture_and_words_that_say_so()
    {
        var board = Boards.Of(RatingSystem.BradleyTerry, 5, intervals: true);
        var flagged = Assert.Single(board.Rows, row => row.Model.Status == ModelStatus.Flagged);
        var series = Pictures.Series(RatingSystem.Elo, "owl:7b", 9);
        foreach (var theme in Pictures.Themes)
        {
            Chart[] charts =
            [
                LeaderboardChart.Compose(board.Page(1), theme), RecordsChart.Compose(board.Page(1), theme),
                MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.ActualWinRate, board, (row, column) => row == 2 ? 0.9 : column == 2 ? 0.1 : 0.5), theme),
                HistoryChart.Compose([series, series with { Model = flagged.Model }], HistoryAxis.Time, theme),
                SizeChart.Compose(board, theme),
            ];

            Assert.All(charts, chart =>
            {
                Layout.AssertTidy(chart);
                Assert.Contains(theme.Warning, chart.Svg, StringComparison.Ordinal);
                Assert.Contains(Layout.Texts(chart), text => text.Contains("flag", StringComparison.Ordinal));
                Assert.Contains($"{flagged.Name} (flagged)", chart.AltText, StringComparison.Ordinal);
            });
            Assert.DoesNotContain(theme.Warning, HistoryChart.Compose([series], HistoryAxis.Time, theme).Svg, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Favourites_and_counts_are_tidy(int rows, bool hardNames)
    {
        var names = Pictures.Names(hardNames) ?? (i => $"value{i}");
        foreach (var theme in Pictures.Themes)
        {
            Layout.AssertTidy(FavouritesChart.Compose(Pictures.Member(rows, Pictures.Names(hardNames)), theme));
            foreach (var by in Enum.GetValues<BallotProperty>())
            {
                Layout.AssertTidy(CountsChart.Compose(
                    Pictures.Counts(by, [.. Enumerable.Range(0, rows).Select(i => ((string?)names(i), 123_456_789 / (i * i * i + 1) + 1))]), theme));
            }
        }
    }

    [Fact]
    public void Two_models_beside_each_other_are_tidy()
    {
        foreach (var theme in Pictures.Themes)
        foreach (var (name, index) in Pictures.HardNames.Select((n, i) => (n, i)))
        {
            var other = Pictures.HardNames[(index + 5) % Pictures.HardNames.Length];
            var system = index % 2 == 0 ? RatingSystem.BradleyTerry : RatingSystem.Elo;
            Layout.AssertTidy(HeadToHeadChart.Compose(
                Pictures.HeadToHead(name, other, index % 3 == 0 ? null : 0.004, index % 4 == 0 ? null : 0.996, new BattleRecord(index, 1, index % 2, 9), index, system), theme));
        }
    }

    [Fact]
    public void Where_there_is_nothing_to_draw_a_sentence_says_so()
    {
        var scope = new Scope(new ServerId(5), "coding");
        var board = new Standings(RatingSystem.BradleyTerry, scope, [], 0, 0, null, false, 10);
        Chart[] charts =
        [
            LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark), RecordsChart.Compose(board.Page(1), ChartTheme.Dark),
            SizeChart.Compose(board, ChartTheme.Dark),
            MatrixChart.Compose(new PairMatrix(PairMatrixKind.ActualWinRate, scope, [], [], 0, 0, null), ChartTheme.Dark),
            HistoryChart.Compose([Pictures.Series(RatingSystem.BradleyTerry, "owl:7b", 0)], HistoryAxis.Time, ChartTheme.Dark),
        ];
        Assert.All(charts, chart =>
        {
            Layout.AssertTidy(chart);
            Assert.Contains("No battle has been counted here yet.", Layout.Texts(chart));
        });
        var counts = CountsChart.Compose(Pictures.Counts(BallotProperty.Language), ChartTheme.Dark);
        Layout.AssertTidy(counts);
        Assert.Contains("No ballot has been counted here yet.", Layout.Texts(counts));
    }

    [Fact]
    public void Every_picture_says_its_scope_and_its_moment()
    {
        var board = Boards.Of(RatingSystem.BradleyTerry, 5, intervals: true);
        var everywhere = board with { Scope = Scope.Everywhere };
        foreach (var (chart, where) in new[]
        {
            (LeaderboardChart.Compose(board.Page(1), ChartTheme.Dark, "Owls"), "coding · Owls"), (RecordsChart.Compose(board.Page(1), ChartTheme.Dark), "coding · this server"),
            (SizeChart.Compose(everywhere, ChartTheme.Dark), "all categories · everywhere"), (MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.Battles, board, (_, _) => 4), ChartTheme.Dark, "Owls"), "coding · Owls"),
            (CountsChart.Compose(Pictures.Counts(BallotProperty.Category, ("coding", 4)), ChartTheme.Dark, "Owls"), "all categories · Owls"),
            (FavouritesChart.Compose(Pictures.Member(3), ChartTheme.Dark, "Owls"), "all categories · Owls"),
        })
        {
            Assert.Equal(where, Layout.Texts(chart)[1]);
            Assert.Contains(Layout.Texts(chart), t => t.EndsWith(" · 22 Nov 2026, 12:00 UTC", StringComparison.Ordinal));
        }
    }
}
