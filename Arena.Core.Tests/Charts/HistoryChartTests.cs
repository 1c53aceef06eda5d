using System.Globalization;
using System.Xml.Linq;
using Arena.Core.Battles;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

public sealed class HistoryChartTests
{
    [Theory]
    [InlineData(1, 1), InlineData(1, 2), InlineData(2, 30), InlineData(8, 1), InlineData(8, 200), InlineData(3, 5000)]
    public void Nothing_overlaps_and_nothing_leaves_the_canvas(int models, int battles)
    {
        foreach (var system in new[] { RatingSystem.Elo, RatingSystem.Score })
        foreach (var axis in Enum.GetValues<HistoryAxis>())
        {
            var series = Enumerable.Range(0, models).Select(i => Series(system, Boards.OddNames[i], battles + 3 * i, i)).ToList();
            Layout.AssertTidy(HistoryChart.Compose(series, axis, ChartTheme.Dark, "Arena Sandbox"));
        }
    }

    [Fact]
    public void Lines_that_end_together_keep_their_labels_apart()
    {
        var series = Enumerable.Range(0, 8).Select(i => Series(RatingSystem.Elo, $"twin{i}", 20, seed: 1)).ToList();
        Layout.AssertTidy(HistoryChart.Compose(series, HistoryAxis.Battles, ChartTheme.Light));
    }

    [Fact]
    public void The_name_and_the_rating_stand_at_the_end_of_the_line()
    {
        var series = Series(RatingSystem.Elo, "owl:7b", 12, 4);
        var rating = DisplayNumbers.Rating(RatingSystem.Elo, series.Points[^1].After);
        var chart = HistoryChart.Compose([series], HistoryAxis.Battles, ChartTheme.Dark);

        Assert.Contains($"owl:7b {rating}", Layout.Texts(chart));
        Assert.Contains("12 battles", Layout.Texts(chart));
        Assert.Equal($"Elo history, all categories, this server: owl:7b went from 1500 to {rating} in 12 battles.", chart.AltText);
    }

    [Fact]
    public void A_model_that_never_fought_is_said_to_have_not()
    {
        var chart = HistoryChart.Compose([Series(RatingSystem.Elo, "owl:7b", 0, 4)], HistoryAxis.Time, ChartTheme.Dark);

        Layout.AssertTidy(chart);
        Assert.Contains("No battle has been counted here yet.", Layout.Texts(chart));
        Assert.Contains("owl:7b has no counted battle yet", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_by_days_runs_along_the_clock_and_names_the_days_that_ended()
    {
        RatingPoint Day(int day, double before, double after) => new(null, new DateTimeOffset(2026, 11, day + 1, 0, 0, 0, TimeSpan.Zero), before, after);
        var series = Series(RatingSystem.BradleyTerry, "owl:7b", 0, 1) with { Points = [Day(3, 1000, 1000), Day(4, 1000, 1040), Day(6, 1040, 1120)] };

        var chart = HistoryChart.Compose([series], HistoryAxis.Battles, ChartTheme.Dark);

        Layout.AssertTidy(chart);
        var texts = Layout.Texts(chart);
        Assert.Equal("Bradley–Terry, day by day", texts[0]);
        Assert.Contains("3 Nov 2026", texts);
        Assert.Contains("6 Nov 2026 UTC", texts);
        Assert.EndsWith("owl:7b went from 1000 to 1120 in 3 days.", chart.AltText, StringComparison.Ordinal);
        // A third of the way in days is a third of the way in pixels.
        var points = Line(chart);
        Assert.Equal((points[1].X - points[0].X) * 2, points[2].X - points[1].X, 0.1);
    }

    [Fact]
    public void On_the_first_day_lines_lead_from_where_all_begin_and_the_day_is_said_not_to_be_over()
    {
        RatingSeries Of(string name, double rating) => Series(RatingSystem.BradleyTerry, name, 0, 1) with
        {
            Points = [new RatingPoint(null, Boards.Noon, rating, rating)],
        };
        var chart = HistoryChart.Compose([Of("owl:7b", 1092), Of("fox:3b", 908)], HistoryAxis.Time, ChartTheme.Dark);

        Layout.AssertTidy(chart);
        var line = Line(chart);
        Assert.Equal(2, line.Count);
        Assert.True(line[1].X - line[0].X > 400, "The line does not cross the field.");
        Assert.True(line[0].Y > line[1].Y, "The line does not rise from 1000.");
        var texts = Layout.Texts(chart);
        Assert.Contains("at first", texts);
        Assert.Contains(texts, t => t.StartsWith("one step a day; the first day is not over · ", StringComparison.Ordinal));
        Assert.EndsWith("owl:7b stands at 1092 on its first day, fox:3b stands at 908 on its first day.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_day_that_is_over_counts_as_a_day()
    {
        var midnight = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        var series = Series(RatingSystem.BradleyTerry, "owl:7b", 0, 1) with { Points = [new RatingPoint(null, midnight, 1092, 1092)] };

        Assert.Contains(Layout.Texts(HistoryChart.Compose([series], HistoryAxis.Time, ChartTheme.Dark)), t => t.StartsWith("all ballots until each day's end, 1 day · ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_battle_over_time_has_a_before_and_an_after()
    {
        var line = Line(HistoryChart.Compose([Series(RatingSystem.Score, "owl:7b", 1, 3)], HistoryAxis.Time, ChartTheme.Dark));
        Assert.True(line[1].X - line[0].X > 400, "The line does not cross the field.");
    }

    [Fact]
    public void Battles_that_two_lines_share_are_counted_once()
    {
        var chart = HistoryChart.Compose([Series(RatingSystem.Elo, "owl:7b", 12, 4), Series(RatingSystem.Elo, "cat:7b", 9, 5)], HistoryAxis.Time, ChartTheme.Dark);
        Assert.Contains(Layout.Texts(chart), t => t.StartsWith("12 battles · ", StringComparison.Ordinal));
    }

    [Fact]
    public void More_lines_than_colours_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryChart.Compose(
            [.. Enumerable.Range(0, 9).Select(i => Series(RatingSystem.Elo, $"m{i}", 3, i))], HistoryAxis.Battles, ChartTheme.Dark));

    [Fact]
    public void A_long_history_is_thinned_and_keeps_its_extremes()
    {
        var points = Enumerable.Range(1, 50_000).Select(i => new RatingPoint(
            new BattleId(i), Boards.Noon.AddMinutes(i), 1000, i == 31_234 ? 9000 : 1000)).ToList();
        var series = Series(RatingSystem.Elo, "owl:7b", 0, 1) with { Points = points };

        var chart = HistoryChart.Compose([series], HistoryAxis.Battles, ChartTheme.Dark);

        Layout.AssertTidy(chart);
        Assert.InRange(chart.Svg.Length, 1, 60_000);
        // The one high point among fifty thousand is drawn: the line reaches up to the top of the field.
        Assert.InRange(Line(chart).Min(p => p.Y), 140, 180);
    }

    private static List<(double X, double Y)> Line(Chart chart)
    {
        var line = XDocument.Parse(chart.Svg).Root!.Elements().First(e => e.Name.LocalName == "path").Attribute("d")!.Value;
        return [.. line.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' '))
            .Select(p => (double.Parse(p[0], CultureInfo.InvariantCulture), double.Parse(p[1], CultureInfo.InvariantCulture)))];
    }

    private static RatingSeries Series(RatingSystem system, string name, int battles, int seed)
    {
        var random = new Random(seed);
        var value = system == RatingSystem.Score ? 0.0 : 1500.0;
        var points = new List<RatingPoint>();
        for (var i = 1; i <= battles; i++)
        {
            var before = value;
            value = system == RatingSystem.Score ? random.NextDouble() : value + (random.NextDouble() - 0.5) * 60;
            points.Add(new RatingPoint(new BattleId(i), Boards.Noon.AddMinutes(i * 7), before, value));
        }

        return new RatingSeries(Boards.Model(name), system, new Scope(new ServerId(1), null), points);
    }
}
