using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

public sealed class SizeChartTests
{
    [Fact]
    public void The_line_is_that_of_least_squares_over_the_logarithm_of_the_size()
    {
        // By hand: log2 sizes 0, 1, 2, 3; ratings 1000, 1110, 1190, 1300; slope 98, mean 1150 at 1.5.
        var trend = SizeTrend.Of([Row("a", 1, 1000), Row("b", 2, 1110), Row("c", 4, 1190), Row("d", 8, 1300)])!;

        Assert.Equal(98, trend.PerDoubling, 9);
        Assert.Equal(1003, trend.AtOne, 9);
        Assert.Equal(1101, trend.At(2), 9);
    }

    [Fact]
    public void There_is_no_line_through_fewer_than_three_models_or_through_one_size()
    {
        Assert.Null(SizeTrend.Of([Row("a", 1, 1000), Row("b", 2, 1100)]));
        Assert.Null(SizeTrend.Of([Row("a", 7, 1000), Row("b", 7, 1100), Row("c", 7, 900)]));
        Layout.AssertTidy(SizeChart.Compose(Board(Row("a", 7, 1000), Row("b", 7, 1100), Row("c", 7, 900)), ChartTheme.Dark));
    }

    [Fact]
    public void Provisional_models_do_not_bend_the_line()
    {
        IReadOnlyList<Standing> ranked = [Row("a", 1, 1000), Row("b", 2, 1100), Row("c", 4, 1200)];
        Assert.Equal(SizeTrend.Of(ranked), SizeTrend.Of([.. ranked, Row("new", 100, 100) with { Rank = null }]));
    }

    [Fact]
    public void Who_is_above_the_line_says_by_how_much_and_stands_out()
    {
        var chart = SizeChart.Compose(Board(Row("owl", 1, 1100), Row("cat", 2, 1000), Row("elk", 4, 1100), Row("yak", 8, 1200)), ChartTheme.Dark);

        // Slope 40 and 1,040 at 1 B by hand.
        Assert.Contains("owl +60", Layout.Texts(chart));
        Assert.Contains("cat −80", Layout.Texts(chart));
        Assert.Contains("Furthest above the line for their size: owl +60, yak +40. Furthest below: cat −80, elk −20.", chart.AltText, StringComparison.Ordinal);
        Assert.Equal(2, chart.Svg.Split($"r=\"8\" fill=\"{ChartTheme.Dark.Accent}\"").Length - 1);
        Assert.Equal(2, chart.Svg.Split($"r=\"8\" fill=\"{ChartTheme.Dark.Muted}\"").Length - 1);
    }

    [Fact]
    public void Models_without_a_size_are_named_below()
    {
        var chart = SizeChart.Compose(Board(Row("owl", 1, 1100), Row("cat", null, 1000), Row("elk", 0, 900)), ChartTheme.Dark);
        Assert.Contains("without a size: cat, elk", Layout.Texts(chart));

        var many = SizeChart.Compose(Board([Row("owl", 1, 1100), .. Enumerable.Range(0, 9).Select(i => Row($"m{i}", null, 900))]), ChartTheme.Dark);
        Assert.Contains("without a size: m0, m1, m2, m3, m4, m5 and 3 more", Layout.Texts(many));
    }

    [Fact]
    public void When_no_size_is_known_a_sentence_says_so()
    {
        var chart = SizeChart.Compose(Board(Row("cat", null, 1000)), ChartTheme.Dark);
        Layout.AssertTidy(chart);
        Assert.Contains("No model on this board has a known size.", Layout.Texts(chart));
    }

    [Fact]
    public void Of_sixty_models_those_furthest_from_the_line_are_named_and_the_rest_counted()
    {
        var random = new Random(7);
        double[] sizes = [0.5, 1.5, 3.2, 7.6, 8, 13, 14.7, 32.8, 70.6];
        var rows = Enumerable.Range(0, 60).Select(i =>
        {
            var size = sizes[i % sizes.Length];
            return Row($"model{i}:{size}b", size, 1000 + 70 * Math.Log2(size) + (random.NextDouble() - 0.5) * 200);
        }).ToArray();
        var chart = SizeChart.Compose(Board(rows), ChartTheme.Dark);

        Layout.AssertTidy(chart);
        var trend = SizeTrend.Of(rows)!;
        var furthest = rows.OrderByDescending(r => Math.Abs(r.Rating - trend.At(r.Model.ParametersBillions!.Value))).Take(15).Select(r => r.Name);
        Assert.All(furthest, name => Assert.Contains(Layout.Texts(chart), t => t.StartsWith(name + " ", StringComparison.Ordinal)));
        Assert.Contains(Layout.Texts(chart), t => t.EndsWith("45 more not labelled", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flagged_model_that_finds_no_room_for_its_name_keeps_its_mark()
    {
        // On the line itself, so that every other model is named before it.
        var rows = Enumerable.Range(0, 30).Select(i => Row($"model{i}", 1 + i, 1000 + (i % 2 == 0 ? 90 : -90))).ToList();
        var flagged = Row("lost", 40, 1000) with { Model = Boards.Model("lost", size: 40, status: ModelStatus.Flagged) };

        var chart = SizeChart.Compose(Board([.. rows, flagged]), ChartTheme.Dark);

        Layout.AssertTidy(chart);
        Assert.DoesNotContain(Layout.Texts(chart), text => text.StartsWith("lost", StringComparison.Ordinal));
        Assert.Contains(ChartTheme.Dark.Warning, chart.Svg, StringComparison.Ordinal);
        Assert.Contains(Layout.Texts(chart), text => text.EndsWith("16 more not labelled", StringComparison.Ordinal));
        Assert.Contains("a flag before a name: contaminated or broken", Layout.Texts(chart));
    }

    [Fact]
    public void Names_keep_off_the_bars_of_intervals()
    {
        // A board of a sandbox: the bars of models of like sizes stand close.
        var chart = SizeChart.Compose(
            Board(
                Row("tortoise:32b", 32.8, 1154, 62), Row("owl:7b", 7.6, 1074, 51), Row("elephant:14b", 14.8, 1072, 45), Row("raven:8b", 8, 1023, 51),
                Row("fox:3b", 3.2, 1021, 52), Row("otter:4b", 4, 1010, 50), Row("parrot:1b", 1.2, 868, 66), Row("hamster:0.5b", 0.49, 778, 76)),
            ChartTheme.Dark);

        Layout.AssertTidy(chart);
        Assert.Equal(8, Layout.Texts(chart).Count(t => t.Contains("b +", StringComparison.Ordinal) || t.Contains("b −", StringComparison.Ordinal)));
        Assert.Empty(Layout.TextsOnUprightLines(chart));
    }

    [Fact]
    public void Axes_of_sizes_have_round_ticks_on_equal_ways()
    {
        var axis = LogAxis.Around(0.5, 70);
        Assert.All(axis.Ticks, t => Assert.InRange(axis.Share(t), 0, 1));
        Assert.Equal(axis.Share(2) - axis.Share(1), axis.Share(20) - axis.Share(10), 9);
        Assert.Equal([0.5, 1, 2, 5, 10, 20, 50], axis.Ticks);
        Assert.NotEmpty(LogAxis.Around(7, 7).Ticks);
        Assert.InRange(LogAxis.Around(0.0001, 100_000).Ticks.Count, 2, 12);
    }

    private static Standing Row(string name, double? size, double rating, double halfInterval = 30) => new(
        1, Boards.Model(name, size: size), name, rating, new RatingInterval(rating - halfInterval, rating + halfInterval), new BattleRecord(10, 5, 5, 60));

    private static Standings Board(params Standing[] rows) =>
        new(RatingSystem.BradleyTerry, Scope.Everywhere, rows, 100, 600, Boards.Noon, false, 10);
}
