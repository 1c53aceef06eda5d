using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class BradleyTerryBootstrapTests
{
    private static readonly BradleyTerryOptions Default = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_thousand_rounds_lie_within_the_scatter_that_the_golden_set_states()
    {
        var golden = GoldenSet.Read("medium");
        var table = ComparisonTable.Of(golden.Comparisons);
        var fit = BradleyTerry.Fit(table, Default, Token);
        var found = BradleyTerryBootstrap.Run(table, fit, 1000, seed: 1, Token);

        var off = 0.0;
        var models = golden.Expected.GetProperty("bootstrap").GetProperty("models").EnumerateArray().ToList();
        foreach (var model in models)
        {
            var i = fit.NumberOf(model.GetProperty("model").GetString()!)!.Value;
            off += Scatters(model, "lower", found.Lower(i)) + Scatters(model, "upper", found.Upper(i));
        }

        // Squares of standard normal numbers, about one each.
        Assert.InRange(off / (2 * models.Count), 0.2, 2.2);
    }

    [Theory, InlineData(DrawWeights.None), InlineData(DrawWeights.Pairs), InlineData(DrawWeights.Drawn)]
    public void Many_battles_have_about_the_interval_of_the_sandwich(DrawWeights weights)
    {
        var table = Table(models: 8, battles: 2000, voters: 6);
        var fit = BradleyTerry.Fit(table, Default with { DrawWeights = weights }, Token);
        var found = BradleyTerryBootstrap.Run(table, fit, 600, seed: 4, Token);
        for (var i = 0; i < fit.Models.Count; i++)
        {
            Assert.Equal(1, (found.Upper(i) - found.Lower(i)) / (fit.Upper(i) - fit.Lower(i)), 0.15);
            Assert.Equal(fit.Rating(i), found.Median(i), 0.25 * fit.StandardError(i));
        }
    }

    [Theory]
    [InlineData(30, 3)]      // hardly a battle a pair: battles are picked one by one
    [InlineData(20_000, 1)]  // many alike: classes are divided by binomials
    public void Each_round_is_fitted_to_the_same_maximum_that_a_fit_of_its_battles_has(int battles, int voters)
    {
        var table = Table(models: 6, battles, voters);
        var fit = BradleyTerry.Fit(table, Default with { ProvisionalBattles = 0 }, Token);
        var plan = new ResamplingPlan(new BattleClasses(table, fit));
        var curvature = new Cholesky(plan.Classes.WeightedPairs(fit).Curvature(fit.Uncentred));
        var round = new BootstrapRound(plan, fit, curvature);
        for (ulong number = 0; number < 50; number++)
        {
            round.Run(new RandomStream(9, number), Token);

            var random = new RandomStream(9, number);
            var sums = new ResampledPair[plan.Classes.Pairs.Length];
            plan.Draw(ref random, sums);
            var pairs = new (int, int, WeightSums)[sums.Length];
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = (plan.Classes.Pairs[i].Low, plan.Classes.Pairs[i].High, sums[i].Weighted);
            var theta = NewtonAscent.Run(new WeightedPairs(fit.Models.Count, pairs, fit.Options.Prior), new double[fit.Models.Count], Token).Theta;
            var zero = theta.Average();
            for (var i = 0; i < theta.Length; i++)
                Assert.Equal(BradleyTerryFit.RatingOf(theta[i] - zero), round.Rating(i), 1e-5);
        }
    }

    [Fact]
    public void The_original_classes_give_the_fit_itself()
    {
        var table = Table(models: 9, battles: 500, voters: 7);
        foreach (var weights in Enum.GetValues<DrawWeights>())
        {
            var fit = BradleyTerry.Fit(table, Default with { DrawWeights = weights }, Token);
            var again = new BattleClasses(table, fit).WeightedPairs(fit);
            Assert.Equal(fit.SumOfWeights, again.SumOfWeights, 1e-9);
            Assert.Equal(fit.Objective, again.Objective(fit.Uncentred), 1e-9);
        }
    }

    [Fact]
    public void The_seed_decides_and_not_the_number_of_threads()
    {
        var table = Table(models: 7, battles: 120, voters: 4);
        var fit = BradleyTerry.Fit(table, Default, Token);
        var runs = new[] { 1, 2, 7 }.Select(workers => BradleyTerryBootstrap.Run(table, fit, 100, seed: 5, workers, Token)).ToList();
        var other = BradleyTerryBootstrap.Run(table, fit, 100, seed: 6, Token);
        for (var i = 0; i < fit.Models.Count; i++)
        {
            Assert.All(runs, run => Assert.Equal((runs[0].Lower(i), runs[0].Upper(i)), (run.Lower(i), run.Upper(i))));
            Assert.NotEqual(runs[0].Lower(i), other.Lower(i));
        }
    }

    [Fact]
    public void Without_a_prior_a_draw_that_does_not_connect_the_models_is_drawn_again()
    {
        var table = ComparisonTable.Of(
        [
            .. ReferenceData.Battles("owl", "fox", 6, 2), .. ReferenceData.Battles("fox", "elk", 3, 1), .. ReferenceData.Battles("elk", "owl", 2, 2),
        ]);
        var fit = BradleyTerry.Fit(table, Default with { Prior = 0, ProvisionalBattles = 0 }, Token);
        var found = BradleyTerryBootstrap.Run(table, fit, 300, seed: 1, Token);

        Assert.True(found.Redrawn > 5, $"Only {found.Redrawn} draws were thrown away.");
        for (var i = 0; i < 3; i++)
            Assert.True(double.IsFinite(found.At(i, 0)) && double.IsFinite(found.At(i, 1)));
    }

    [Fact]
    public void Battles_that_hardly_ever_connect_the_models_are_refused_with_what_to_do()
    {
        // Forty models in a chain by two battles each, all of which must be drawn.
        var table = ComparisonTable.Of(Enumerable.Range(0, 40).SelectMany(i => ReferenceData.Battles($"m{i}", $"m{i + 1}", 1, 1)));
        var fit = BradleyTerry.Fit(table, Default with { Prior = 0 }, Token);
        var refused = Assert.Throws<InvalidOperationException>(() => BradleyTerryBootstrap.Run(table, fit, 10, seed: 1, Token));
        Assert.Contains("prior", refused.Message);
    }

    [Fact]
    public void Without_battles_there_is_nothing_to_draw()
    {
        var fit = BradleyTerry.Fit(new ComparisonTable(), Default, Token);
        Assert.Equal(0, BradleyTerryBootstrap.Run(new ComparisonTable(), fit, 10, seed: 1, Token).Rounds);
    }

    [Fact]
    public void Battles_other_than_those_of_the_fit_are_refused()
    {
        var fit = BradleyTerry.Fit(Table(models: 5, battles: 50, voters: 2), Default, Token);
        Assert.Throws<ArgumentException>(() => BradleyTerryBootstrap.Run(Table(models: 5, battles: 51, voters: 2), fit, 10, seed: 1, Token));
        Assert.Throws<ArgumentException>(() => BradleyTerryBootstrap.Run(Table(models: 9, battles: 50, voters: 2), fit, 10, seed: 1, Token));
    }

    [Fact]
    public async Task A_bootstrap_can_be_cancelled()
    {
        var table = Table(models: 5, battles: 50, voters: 2);
        var fit = BradleyTerry.Fit(table, Default, Token);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => BradleyTerryBootstrap.Run(table, fit, 10, seed: 1, cancelled.Token));
    }

    private static ComparisonTable Table(int models, int battles, int voters)
    {
        var made = new MadeUpBattles(models + battles);
        return ComparisonTable.Of(made.Battles(made.Strengths(models, 0.6), battles, voters));
    }

    // How many standard deviations off, squared; none is more than four.
    private static double Scatters(JsonElement model, string end, double actual)
    {
        var scatter = model.GetProperty($"sd_of_{end}_in_1000_rounds").GetDouble();
        var off = (actual - model.GetProperty(end).GetDouble()) / scatter;
        Assert.InRange(off, -4, 4);
        return off * off;
    }
}
