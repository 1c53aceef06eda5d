using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class DrawRuleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Three_models_are_drawn_as_worked_out_by_hand()
    {
        // θ = 0.5, 0.1, −0.6; the variances of the distances are 0.04 + 0.09 − 2·0.01 = 0.11, 0.04 + 0.16 + 2·0.02 = 0.24 and
        // 0.09 + 0.16 − 2·0.03 = 0.19. So Φ(−0.4/√0.11)·0.11 = Φ(−1.2060454)·0.11 = 0.1139000·0.11 = 0.0125290,
        // Φ(−1.1/√0.24)·0.24 = Φ(−2.2453656)·0.24 = 0.0123723·0.24 = 0.0029694, Φ(−0.7/√0.19)·0.19 = Φ(−1.6059101)·0.19
        // = 0.0541468·0.19 = 0.0102879, together 0.0257863; then 0.8 of each share and 0.2/3.
        double[] theta = [0.5, 0.1, -0.6];
        double[,] covariance = { { 0.04, 0.01, -0.02 }, { 0.01, 0.09, 0.03 }, { -0.02, 0.03, 0.16 } };

        var pairs = DrawRule.Probabilities(3, i => theta[i], (i, j) => covariance[i, j]);

        Assert.Equal([(0, 1), (0, 2), (1, 2)], pairs.Select(p => (p.First, p.Second)));
        Assert.Equal(0.45536982325181, pairs[0].Probability, 1e-12);
        Assert.Equal(0.15878893392119, pairs[1].Probability, 1e-12);
        Assert.Equal(0.385841242827, pairs[2].Probability, 1e-12);
    }

    [Fact]
    public void The_rule_reads_strengths_and_covariances_of_the_fit()
    {
        var fit = Fit(new Random(3), ["ant", "bee", "cat", "dog"], 60);
        // In another order than in the fit, and without one of its models.
        string[] models = ["dog", "ant", "cat"];

        var uses = new List<double>();
        foreach (var (first, second) in new[] { ("dog", "ant"), ("dog", "cat"), ("ant", "cat") })
        {
            var (i, j) = (fit.NumberOf(first)!.Value, fit.NumberOf(second)!.Value);
            var error = fit.DifferenceError(i, j);
            uses.Add(NormalDistribution.Cumulative(-Math.Abs(fit.Theta(i) - fit.Theta(j)) / error) * error * error);
        }

        var pairs = DrawRule.Probabilities(models, fit);
        foreach (var (use, pair) in uses.Zip(pairs))
            Assert.Equal(0.8 * use / uses.Sum() + 0.2 / 3, pair.Probability, 1e-12);
    }

    [Fact]
    public void A_model_without_battles_stands_at_the_zero_with_the_widest_interval_of_those_present()
    {
        // Two that can be drawn have met; the fit's widest interval belongs to a third, which can not.
        var fit = Fit(new Random(9), ["ant", "bee"], 40, also: [Battle("ant", "gone", new Tally(0, 1, 0, 0))]);
        var (ant, bee) = (fit.NumberOf("ant")!.Value, fit.NumberOf("bee")!.Value);
        var widest = Math.Max(fit.Variance(ant, ant), fit.Variance(bee, bee));
        Assert.True(fit.Variance(fit.NumberOf("gone")!.Value, fit.NumberOf("gone")!.Value) > 2 * widest);

        var pairs = DrawRule.Probabilities(["ant", "bee", "new"], fit);

        double Use(double distance, double variance) => NormalDistribution.Cumulative(-Math.Abs(distance) / Math.Sqrt(variance)) * variance;
        double[] uses =
        [
            Use(fit.Theta(ant) - fit.Theta(bee), Math.Pow(fit.DifferenceError(ant, bee), 2)),
            Use(fit.Theta(ant), fit.Variance(ant, ant) + widest),
            Use(fit.Theta(bee), fit.Variance(bee, bee) + widest),
        ];
        foreach (var (use, pair) in uses.Zip(pairs))
            Assert.Equal(0.8 * use / uses.Sum() + 0.2 / 3, pair.Probability, 1e-12);
    }

    [Theory, InlineData(2), InlineData(7)]
    public void While_nothing_is_known_every_pair_is_alike(int count)
    {
        var models = Enumerable.Range(0, count).Select(i => $"model {i}").ToList();
        var known = Fit(new Random(1), ["ant", "bee"], 20);
        foreach (var fit in new[] { null, BradleyTerry.Fit(new ComparisonTable(), new BradleyTerryOptions(), Token) })
        {
            var pairs = DrawRule.Probabilities(models, fit);
            Assert.Equal(count * (count - 1) / 2, pairs.Count);
            Assert.All(pairs, pair => Assert.Equal(1.0 / pairs.Count, pair.Probability));
        }

        // Others have fought, but none of these.
        Assert.All(DrawRule.Probabilities(models, known), pair => Assert.Equal(2.0 / (count * (count - 1)), pair.Probability, 1e-15));
    }

    [Fact]
    public void No_pair_has_probability_zero_and_together_they_have_one()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 200; round++)
        {
            var models = Enumerable.Range(0, 2 + random.Next(40)).Select(i => $"model {i}").ToList();
            // Some models of a fit can not be drawn, and some that can are new; strengths lie up to 4,000 points apart.
            var fit = Fit(random, [.. models.Take(1 + random.Next(models.Count)), "gone"], random.Next(400), spread: random.NextDouble() * 23);

            var pairs = DrawRule.Probabilities(models, fit);

            Assert.Equal(1, pairs.Sum(pair => pair.Probability), 1e-12);
            Assert.All(pairs, pair => Assert.InRange(pair.Probability, 0.2 / pairs.Count * (1 - 1e-12), 1));
            Assert.Equal(pairs.Count, pairs.Select(pair => (pair.First, pair.Second)).Distinct().Count());
            Assert.All(pairs, pair => Assert.True(0 <= pair.First && pair.First < pair.Second && pair.Second < models.Count));
        }
    }

    [Fact]
    public void Strengths_known_for_certain_leave_nothing_to_learn_and_every_pair_alike()
    {
        // Without a prior two models that only tie stand level with no scatter at all.
        var sums = new PairSums(0.3);
        sums.Add(Battle("ant", "bee", new Tally(0, 0, 1, 0)));
        var fit = BradleyTerry.Fit(sums, new BradleyTerryOptions { Prior = 0 }, Token);
        Assert.Equal(0, fit.DifferenceError(0, 1));
        Assert.Equal(1, Assert.Single(DrawRule.Probabilities(["ant", "bee"], fit)).Probability);
    }

    [Fact]
    public void The_further_apart_two_models_stand_the_less_often_they_meet_and_the_vaguer_their_distance_the_more_often()
    {
        var ladder = DrawRule.Probabilities(5, i => i / 2.0, (i, j) => i == j ? 0.1 : 0);
        foreach (var pair in ladder)
        foreach (var wider in ladder.Where(other => other.Second - other.First > pair.Second - pair.First))
            Assert.True(wider.Probability < pair.Probability);

        var level = DrawRule.Probabilities(3, _ => 0, (i, j) => i == j ? 0.1 * (i + 1) : 0);
        Assert.True(level[0].Probability < level[1].Probability && level[1].Probability < level[2].Probability);
    }

    [Fact]
    public void One_model_is_no_pair() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawRule.Probabilities(["ant"], null));

    private static Comparison Battle(string a, string b, Tally tally) => new(0, default, a, b, tally, null, null, null);

    // Models evenly spaced over so many units of θ; as many battles as asked for.
    private static BradleyTerryFit Fit(
        Random random, IReadOnlyList<string> models, int battles, double spread = 1, IEnumerable<Comparison>? also = null)
    {
        var sums = new PairSums(0.3);
        for (var i = 0; i < battles && models.Count > 1; i++)
        {
            var a = random.Next(models.Count);
            var b = (a + random.Next(1, models.Count)) % models.Count;
            var distance = spread * (a - b) / (models.Count - 1);
            sums.Add(Battle(models[a], models[b], random.NextDouble() < Logistic.Sigma(distance) ? new Tally(1, 0, 0, 0) : new Tally(0, 1, 0, 0)));
        }

        foreach (var battle in also ?? [])
            sums.Add(battle);
        return BradleyTerry.Fit(sums, new BradleyTerryOptions(), Token);
    }
}
