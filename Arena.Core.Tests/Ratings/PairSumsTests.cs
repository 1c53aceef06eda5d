using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class PairSumsTests
{
    [Fact]
    public void Battles_with_swapped_sides_land_in_the_same_sums()
    {
        var sums = new PairSums(0.3);
        sums.Add(ReferenceData.Battle(1, "owl", "fox", new Tally(3, 1, 1, 0)));
        sums.Add(ReferenceData.Battle(2, "fox", "owl", new Tally(2, 0, 0, 1)));

        Assert.Equal(new PairRecord(2, 8, 4), sums.Between("owl", "fox"));
        Assert.Equal(new PairRecord(2, 8, 4), sums.Between("fox", "owl"));
        Assert.Equal(new BattleRecord(1, 1, 0, 8), sums.RecordOf("owl"));
        Assert.Equal(1, sums.Pairs.Length);
    }

    [Fact]
    public void What_never_met_has_nothing_between_them()
    {
        var sums = new PairSums(0.3);
        sums.Add(ReferenceData.Battle(1, "owl", "fox", new Tally(3, 1, 1, 0)));
        sums.Add(ReferenceData.Battle(2, "elk", "yak", new Tally(0, 1, 0, 0)));
        Assert.Equal(default, sums.Between("owl", "elk"));
        Assert.Equal(default, sums.Between("owl", "owl"));
        Assert.Equal(default, sums.Between("owl", "unheard-of"));
        Assert.Null(sums.Between("owl", "elk").Share);
        Assert.Equal(default, sums.RecordOf("unheard-of"));
    }

    [Fact]
    public void A_table_at_once_is_the_same_as_its_battles_one_by_one()
    {
        var made = new MadeUpBattles(8);
        var battles = made.Battles(made.Strengths(40, 1), 900, voters: 5).Select(b => b.Battle % 9 == 0 ? b with { Tally = default } : b).ToList();
        var (one, all) = (new PairSums(0.3), new PairSums(0.3));
        foreach (var battle in battles)
            one.Add(battle);
        all.Add(ComparisonTable.Of(battles));

        Assert.Equal(800, one.Battles);
        Assert.Equal((one.Battles, one.Ballots), (all.Battles, all.Ballots));
        Assert.Equal(one.Models, all.Models);
        var records = Records.Of(battles);
        foreach (var tag in one.Models)
        {
            Assert.Equal(records[tag], one.RecordOf(tag));
            Assert.Equal(records[tag], all.RecordOf(tag));
            foreach (var other in one.Models)
                Assert.Equal(one.Between(tag, other), all.Between(tag, other));
        }
    }

    [Fact]
    public void A_copy_does_not_follow_what_is_added_afterwards()
    {
        var sums = new PairSums(0.3);
        sums.Add(ReferenceData.Battle(1, "owl", "fox", new Tally(3, 1, 1, 0)));
        var copy = sums.Copy();
        sums.Add(ReferenceData.Battle(2, "owl", "fox", new Tally(1, 0, 0, 0)));
        sums.Add(ReferenceData.Battle(3, "elk", "fox", new Tally(1, 0, 0, 0)));

        Assert.Equal((1, 5L), (copy.Battles, copy.Ballots));
        Assert.Equal(new PairRecord(1, 5, 3.5), copy.Between("owl", "fox"));
        Assert.Null(copy.NumberOf("elk"));
        Assert.Equal(3, sums.Battles);
    }

    [Fact]
    public void What_is_cleared_begins_anew()
    {
        var sums = new PairSums(0.3);
        foreach (var battle in ReferenceData.Battles("owl", "fox", 3, 4))
            sums.Add(battle);
        sums.Clear();
        Assert.Empty(sums.Models);
        Assert.Equal((0, 0L), (sums.Battles, sums.Ballots));
        sums.Add(ReferenceData.Battle(1, "elk", "owl", new Tally(1, 0, 0, 0)));
        Assert.Equal(new PairRecord(1, 1, 0), sums.Between("owl", "elk"));
        Assert.Equal(default, sums.Between("owl", "fox"));
    }

    [Fact]
    public void A_model_cannot_play_against_itself()
    {
        var sums = new PairSums(0);
        var battle = ReferenceData.Battle(1, "owl", "owl", new Tally(1, 0, 0, 0));
        Assert.Contains("owl", Assert.Throws<ArgumentException>(() => sums.Add(battle)).Message);
        Assert.Throws<ArgumentException>(() => sums.Add(ComparisonTable.Of([battle])));
        Assert.Empty(sums.Models);
    }

    [Theory, InlineData(-0.1), InlineData(1.1), InlineData(double.NaN)]
    public void A_correlation_out_of_range_is_refused(double rho) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairSums(rho));
}
