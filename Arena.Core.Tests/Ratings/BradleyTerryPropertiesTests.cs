using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>What must hold for any battles.</summary>
public sealed class BradleyTerryPropertiesTests
{
    private const double Rounding = 1e-9;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<DrawWeights> AllDrawWeights => [.. Enum.GetValues<DrawWeights>()];

    [Theory, MemberData(nameof(AllDrawWeights))]
    public void Order_does_not_matter(DrawWeights weights)
    {
        var battles = Some();
        var shuffled = battles.ToArray();
        new Random(5).Shuffle(shuffled);
        Same(Fit(battles, weights), Fit(shuffled, weights), tag => tag);
    }

    [Theory, MemberData(nameof(AllDrawWeights))]
    public void Swapping_the_sides_of_every_battle_changes_nothing(DrawWeights weights) =>
        Same(Fit(Some(), weights), Fit([.. Some().Select(Swapped)], weights), tag => tag);

    [Theory, MemberData(nameof(AllDrawWeights))]
    public void Swapping_the_sides_of_some_battles_changes_nothing(DrawWeights weights) =>
        Same(Fit(Some(), weights), Fit([.. Some().Select(b => b.Battle % 3 == 0 ? Swapped(b) : b)], weights), tag => tag);

    [Fact]
    public void Renaming_the_models_renames_the_result()
    {
        static string Renamed(string tag) => new([.. tag.Reverse()]);
        var renamed = Some().Select(b => b with { ModelA = Renamed(b.ModelA), ModelB = Renamed(b.ModelB) }).ToList();
        Same(Fit(Some()), Fit(renamed), Renamed);
    }

    [Theory, MemberData(nameof(AllDrawWeights))]
    public void A_battle_without_a_counted_ballot_moves_nothing_and_its_models_are_not_rated(DrawWeights weights)
    {
        var battles = Some();
        var nothing = battles[0] with { ModelB = "nobody", Tally = default };
        Same(Fit(battles, weights), Fit([nothing, .. battles, battles[1] with { Tally = default }], weights), tag => tag);
    }

    [Fact]
    public void Every_battle_twice_leaves_the_strengths_and_shrinks_the_intervals_by_the_root_of_two()
    {
        var options = new BradleyTerryOptions { Prior = 0 };
        var once = BradleyTerry.Fit(ComparisonTable.Of(Some()), options, Token);
        var twice = BradleyTerry.Fit(ComparisonTable.Of([.. Some(), .. Some()]), options, Token);
        Assert.Equal(12, once.Models.Count);
        for (var i = 0; i < once.Models.Count; i++)
        {
            var j = twice.NumberOf(once.Models[i])!.Value;
            Assert.Equal(once.Theta(i), twice.Theta(j), Rounding);
            Assert.Equal(once.StandardError(i) / Math.Sqrt(2), twice.StandardError(j), Rounding * once.StandardError(i));
        }
    }

    [Fact]
    public void Half_the_points_for_everybody_is_the_zero_of_the_scale()
    {
        var fit = Fit([.. Some().Select(b => b with { Tally = new Tally(1, 1, 3, 0) })]);
        for (var i = 0; i < fit.Models.Count; i++)
            Assert.Equal(1000, fit.Rating(i), Rounding);
    }

    [Fact]
    public void The_maximum_is_a_maximum()
    {
        var options = new BradleyTerryOptions { Rho = 0.5, Prior = 1, DrawWeights = DrawWeights.Drawn };
        var sums = Sums(Some(), options.Rho);
        var fit = BradleyTerry.Fit(sums, options, Token);
        var pairs = new WeightedPairs(sums, options);
        for (var i = 0; i < fit.Models.Count; i++)
        foreach (var off in new[] { -1e-3, 1e-3 })
        {
            var beside = fit.Uncentred.ToArray();
            beside[i] += off;
            Assert.True(pairs.Objective(beside) < fit.Objective);
        }
    }

    [Fact]
    public void The_slope_and_the_curvature_are_those_of_the_objective()
    {
        var options = new BradleyTerryOptions { Rho = 0.2, Prior = 3 };
        var pairs = new WeightedPairs(Sums(Some(), options.Rho), options);
        var theta = new MadeUpBattles(3).Strengths(pairs.ModelCount, 1);
        var slope = new double[theta.Length];
        pairs.Gradient(theta, slope);
        var curvature = pairs.Curvature(theta);

        const double h = 1e-5;
        double[] Beside(int i, double off) => [.. theta.Select((t, k) => k == i ? t + off : t)];
        for (var i = 0; i < theta.Length; i++)
        {
            Assert.Equal((pairs.Objective(Beside(i, h)) - pairs.Objective(Beside(i, -h))) / (2 * h), slope[i], 1e-4);
            var (above, below) = (new double[theta.Length], new double[theta.Length]);
            pairs.Gradient(Beside(i, h), above);
            pairs.Gradient(Beside(i, -h), below);
            for (var j = 0; j < theta.Length; j++)
                Assert.Equal((below[j] - above[j]) / (2 * h), curvature[i, j], 1e-4);
        }
    }

    [Fact]
    public void A_fit_says_how_sure_it_is_of_each_difference()
    {
        var fit = Fit(Some());
        for (var i = 0; i < fit.Models.Count; i++)
        {
            Assert.Equal(0, fit.DifferenceError(i, i), 1e-7);
            Assert.Equal(0.5, fit.Probability(i, i));
            for (var j = 0; j < fit.Models.Count; j++)
            {
                Assert.Equal(fit.Variance(i, j), fit.Variance(j, i));
                Assert.Equal(1, fit.Probability(i, j) + fit.Probability(j, i), Rounding);
                Assert.True(i == j || fit.DifferenceError(i, j) > 0);
            }
        }
    }

    private static IReadOnlyList<Comparison> Some()
    {
        var made = new MadeUpBattles(20260105);
        return made.Battles(made.Strengths(12, 0.8), 600, voters: 8);
    }

    private static Comparison Swapped(Comparison b) =>
        b with { ModelA = b.ModelB, ModelB = b.ModelA, Tally = b.Tally.Swapped };

    private static BradleyTerryFit Fit(IReadOnlyList<Comparison> battles, DrawWeights weights = DrawWeights.None) =>
        BradleyTerry.Fit(ComparisonTable.Of(battles), new BradleyTerryOptions { DrawWeights = weights }, Token);

    private static PairSums Sums(IReadOnlyList<Comparison> battles, double rho)
    {
        var sums = new PairSums(rho);
        foreach (var battle in battles)
            sums.Add(battle);
        return sums;
    }

    private static void Same(BradleyTerryFit one, BradleyTerryFit other, Func<string, string> renamed)
    {
        Assert.Equal(12, one.Models.Count);
        Assert.Equal(one.Models.Count, other.Models.Count);
        Assert.Equal(one.LogLikelihood, other.LogLikelihood, Rounding * Math.Abs(one.LogLikelihood));
        Assert.Equal(one.RhoEstimate!.Value, other.RhoEstimate!.Value, Rounding);
        for (var i = 0; i < one.Models.Count; i++)
        {
            var j = other.NumberOf(renamed(one.Models[i]))!.Value;
            Assert.Equal(one.Rating(i), other.Rating(j), Rounding * 1000);
            Assert.Equal(one.Lower(i), other.Lower(j), Rounding * 1000);
            Assert.Equal(one.Upper(i), other.Upper(j), Rounding * 1000);
            Assert.Equal(one.Rank(i), other.Rank(j));
            Assert.Equal(one.Records[i], other.Records[j]);
        }
    }
}
