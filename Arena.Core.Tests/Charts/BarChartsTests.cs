using System.Globalization;
using System.Xml.Linq;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

/// <summary>Records, counts, favourites and two models beside each other: lengths from zero.</summary>
public sealed class BarChartsTests
{
    [Fact]
    public void Wins_ties_and_losses_are_as_long_as_they_are_many()
    {
        var bars = Bars(RecordsChart.Compose(Board(new BattleRecord(200, 100, 100, 900), new BattleRecord(50, 100, 50, 900)).Page(1), ChartTheme.Dark));
        var poles = ChartTheme.Dark.Poles;

        Assert.Equal(2 * bars[3].Length, bars[5].Length, 0.05 * bars[3].Length);
        Assert.Equal([poles.High, poles.Neither, poles.Low, poles.High, poles.Neither, poles.Low], bars.Select(b => b.Fill));
        Assert.Equal([2.0, 1.0, 1.0, 0.5, 0.5, 1.0], bars.Select(b => Math.Round(b.Length / bars[1].Length, 1)));
    }

    [Fact]
    public void Counts_stand_inside_where_they_fit_and_beside_the_bar_where_they_do_not()
    {
        var texts = Layout.Texts(RecordsChart.Compose(Board(new BattleRecord(200, 100, 100, 900), new BattleRecord(3, 1, 2, 9)).Page(1), ChartTheme.Dark));
        Assert.Contains("200", texts);
        Assert.Contains("3 · 2 · 1", texts);
        Assert.Equal(["wins", "ties", "losses"], texts.Where(t => t is "wins" or "ties" or "losses"));
    }

    [Fact]
    public void Where_all_battles_are_ties_nobody_wins_most_often()
    {
        var chart = RecordsChart.Compose(Board(new BattleRecord(0, 0, 8, 9), new BattleRecord(0, 0, 8, 9)).Page(1), ChartTheme.Dark);
        Assert.Contains(". No battle was won. m0 0 wins, 8 tied, 0 lost; ", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_alternative_says_who_wins_most_often()
    {
        var chart = RecordsChart.Compose(Board(new BattleRecord(200, 100, 100, 900), new BattleRecord(9, 1, 0, 30)).Page(1), ChartTheme.Dark);
        Assert.Contains("Wins most often: m1, 90 % of its battles. m0 200 wins, 100 tied, 100 lost; m1 9 wins, 0 tied, 1 lost.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Languages_have_their_names_and_what_is_not_known_says_so()
    {
        var chart = CountsChart.Compose(
            Pictures.Counts(BallotProperty.Language, ("en", 60), ("zh", 20), ("und", 15), ("xx", 5)), ChartTheme.Dark);
        var texts = Layout.Texts(chart);
        Assert.All(["English (en)", "Chinese (zh)", "not recognised", "xx", "60 %"], t => Assert.Contains(t, texts));
        Assert.Contains("English (en) 60 (60 %), Chinese (zh) 20 (20 %), not recognised 15 (15 %)", chart.AltText, StringComparison.Ordinal);
        Assert.Equal([1.0, 0.33, 0.25, 0.08], Bars(chart).Select(b => Math.Round(b.Length / Bars(chart)[0].Length, 2)));
    }

    [Fact]
    public void Battles_without_a_category_are_a_bar_too() =>
        Assert.Contains("no category", Layout.Texts(CountsChart.Compose(Pictures.Counts(BallotProperty.Category, ("math", 6), (null, 2)), ChartTheme.Dark)));

    [Fact]
    public void Beyond_fifteen_rows_the_rest_is_gathered()
    {
        var chart = CountsChart.Compose(
            Pictures.Counts(BallotProperty.Category, [.. Enumerable.Range(0, 20).Select(i => ((string?)$"c{i}", 100 - i))]), ChartTheme.Dark);
        var texts = Layout.Texts(chart);
        Assert.Contains("6 others", texts);
        Assert.Contains((86 + 85 + 84 + 83 + 82 + 81).ToString(CultureInfo.InvariantCulture), texts);
        Assert.DoesNotContain("c14", texts);
        Assert.Equal(15, Bars(chart).Count);
    }

    [Fact]
    public void A_liking_is_as_long_as_its_share_of_the_way_to_one()
    {
        var liked = new Favourite(Boards.Model("owl"), "owl", 6, 5, 0.75);
        var chart = FavouritesChart.Compose(Pictures.Member(0) with { Favourites = [liked] }, ChartTheme.Dark);
        var bars = Bars(chart);

        Assert.Equal(0.75, bars[1].Length / bars[0].Length, 3);
        var texts = Layout.Texts(chart);
        Assert.All(["75 %", "6", "50 ballots, 48 counted · 7 battles started · 22 Nov 2026, 12:00 UTC", "agrees with the other voters in 68 % of battles (27 of 40)"], t => Assert.Contains(t, texts));
        Assert.Contains("owl 75 % of 6 ballots", chart.AltText, StringComparison.Ordinal);
        Assert.Contains("68 %", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_who_has_not_voted_gets_a_sentence_and_one_whom_nobody_else_joined_no_agreement()
    {
        var none = FavouritesChart.Compose(new MemberSummary(Scope.Everywhere, 0, 0, 0, [], 0, 0), ChartTheme.Dark);
        Layout.AssertTidy(none);
        Assert.Contains("No ballot has been cast here yet.", Layout.Texts(none));
        Assert.Contains("No ballot has been counted here yet.", Layout.Texts(FavouritesChart.Compose(new MemberSummary(Scope.Everywhere, 3, 0, 0, [], 0, 0), ChartTheme.Dark)));
        Assert.DoesNotContain(
            Layout.Texts(FavouritesChart.Compose(Pictures.Member(3) with { Compared = 0, Agreed = 0 }, ChartTheme.Dark)),
            t => t.StartsWith("agrees", StringComparison.Ordinal));
    }

    [Fact]
    public void Sixty_favourites_are_the_best_fifteen_and_a_count() =>
        Assert.Contains("and 45 other models", Layout.Texts(FavouritesChart.Compose(Pictures.Member(60), ChartTheme.Dark)));

    [Fact]
    public void Expected_and_actual_fill_a_bar_from_both_sides_and_add_up()
    {
        var pair = Pictures.HeadToHead("owl", "cat", 0.645, 0.25, new BattleRecord(3, 7, 2, 48));
        var chart = HeadToHeadChart.Compose(pair, ChartTheme.Dark);
        var (bars, texts) = (Bars(chart), Layout.Texts(chart));

        Assert.All(["65 %", "35 %", "25 %", "75 %", "2 ties", "12 battles: 3 won, 2 tied, 7 lost", "owl", "cat"], t => Assert.Contains(t, texts));
        Assert.Equal(0.645, bars[0].Length / (bars[0].Length + bars[1].Length), 0.01);
        Assert.Equal(0.25, bars[2].Length / (bars[2].Length + bars[3].Length), 0.01);
        Assert.StartsWith("owl against cat, all categories · this server. Expected: owl wins 65 %. Actual: 25 % of 48 ballots;", chart.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9999, "99.9 %", "0.1 %"), InlineData(0.0001, "0.1 %", "99.9 %"), InlineData(0.004, "0.4 %", "99.6 %")]
    [InlineData(1, "100 %", "0 %"), InlineData(0, "0 %", "100 %"), InlineData(0.5, "50 %", "50 %"), InlineData(0.125, "13 %", "87 %")]
    public void What_is_neither_all_nor_none_is_not_told_as_such(double share, string left, string right) =>
        Assert.Equal((left, right), DisplayNumbers.Percents(share));

    [Fact]
    public void Both_histories_end_in_a_name_in_the_colour_of_its_side()
    {
        var chart = HeadToHeadChart.Compose(Pictures.HeadToHead("owl", "cat", 0.6, 0.5, new BattleRecord(1, 1, 0, 4)), ChartTheme.Light);
        var labels = XDocument.Parse(chart.Svg).Root!.Elements().Where(e => e.Name.LocalName == "text").ToList();
        Assert.Equal(ChartTheme.Light.Poles.High, labels.Single(e => e.Value.StartsWith("owl ", StringComparison.Ordinal)).Attribute("fill")!.Value);
        Assert.Equal(ChartTheme.Light.Poles.Low, labels.Single(e => e.Value.StartsWith("cat ", StringComparison.Ordinal)).Attribute("fill")!.Value);
    }

    [Fact]
    public void Two_who_never_met_are_said_not_to_have()
    {
        var chart = HeadToHeadChart.Compose(Pictures.HeadToHead("owl", "cat", null, null, default, points: 0), ChartTheme.Dark);
        Layout.AssertTidy(chart);
        Assert.Contains("actual win rate: they have not met yet", Layout.Texts(chart));
        Assert.Contains("They have not met yet.", chart.AltText, StringComparison.Ordinal);
    }

    private static Standings Board(params BattleRecord[] records)
    {
        var rows = records.Select((r, i) => new Standing(i + 1, Boards.Model($"m{i}"), $"m{i}", 1000 - i, null, r));
        return new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, [.. rows], 300, 900, Boards.Noon, false, 10);
    }

    // Without the background and the small squares of a key.
    private static List<(double Length, string Fill)> Bars(Chart chart) =>
        [.. XDocument.Parse(chart.Svg).Root!.Elements().Where(e => e.Name.LocalName == "rect" && e.Attribute("rx") is null).Skip(1)
            .Select(e => (double.Parse(e.Attribute("width")!.Value, CultureInfo.InvariantCulture), e.Attribute("fill")!.Value))];
}
