using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>The Elo game over numbered rows is the same game.</summary>
public sealed class EloTableReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public void Numbered_rows_give_the_ratings_that_battles_give_in_whatever_order_they_come(bool useSize, bool shuffled)
    {
        var random = new Random(21);
        var battles = Battles(random, 3_000);
        if (shuffled)
            random.Shuffle(battles);
        var options = new EloOptions { UseSize = useSize };
        var table = ComparisonTable.Of(battles);
        Assert.Equal(!shuffled, table.IsInOrder);

        var byTag = EloReplay.Run(battles, options);
        var byNumber = EloReplay.Run(table, options);

        Assert.Equal(6, byTag.Count);
        foreach (var (tag, rating) in byTag)
            Assert.Equal(rating, byNumber[table.NumberOf(tag)], 1e-9);
    }

    [Fact]
    public void A_model_without_a_counted_battle_has_no_rating()
    {
        var table = ComparisonTable.Of(
        [
            new Comparison(1, Noon, "owl", "fox", default, 7, 1, 7),
            new Comparison(2, Noon, "fox", "elk", new Tally(1, 0, 0, 0), 1, 2, 7),
        ]);
        var ratings = EloReplay.Run(table, new EloOptions());
        Assert.True(double.IsNaN(ratings[table.NumberOf("owl")]));
        Assert.True(ratings[table.NumberOf("fox")] > 1100);
        Assert.True(ratings[table.NumberOf("elk")] < 1200);
    }

    [Theory, InlineData("small", true), InlineData("small", false), InlineData("medium", true), InlineData("medium", false)]
    public void The_golden_game_ends_with_the_golden_ratings(string set, bool useSize)
    {
        var golden = GoldenSet.Read(set);
        var options = useSize ? new EloOptions() : new EloOptions { UseSize = false, K = 4 };
        var table = ComparisonTable.Of(golden.Comparisons);
        var ratings = EloReplay.Run(table, options);

        var final = golden.Expected.GetProperty("elo").GetProperty(useSize ? "size_rules" : "plain_k4_start1000").GetProperty("final");
        Assert.Equal(ratings.Count, final.EnumerateObject().Count());
        foreach (var model in final.EnumerateObject())
            Assert.Equal(model.Value.GetDouble(), ratings[table.NumberOf(model.Name)], 1e-8);
    }

    private static Comparison[] Battles(Random random, int count)
    {
        (string Tag, double? Size)[] models = [("owl", 7), ("fox", 1.2), ("ant", 0.5), ("yak", null), ("elk", 70), ("bat", -1)];
        return [.. Enumerable.Range(1, count).Select(i =>
        {
            var a = random.Next(models.Length);
            var b = (a + random.Next(1, models.Length)) % models.Length;
            return new Comparison(
                i, Noon.AddSeconds(i / 3), models[a].Tag, models[b].Tag,
                new Tally(random.Next(3), random.Next(3), random.Next(2), random.Next(2)), models[a].Size, models[b].Size, i % 5 == 0 ? null : 70);
        })];
    }
}
