using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>Boards that have just begun, and boards that lean.</summary>
public sealed class BradleyTerryEdgesTests
{
    private static readonly BradleyTerryOptions Default = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(2), InlineData(0)]
    public void Without_battles_there_is_an_empty_board(double prior)
    {
        var fit = Fit([], Default with { Prior = prior });
        Assert.Empty(fit.Models);
        Assert.Equal(0, fit.Battles);
        Assert.Equal(0, fit.LogLikelihood);
        Assert.Null(fit.RhoEstimate);
        Assert.Null(fit.NumberOf("owl"));
    }

    [Fact]
    public void After_one_battle_both_models_stand_around_the_middle_with_wide_intervals_and_without_ranks()
    {
        var fit = Fit(ReferenceData.Battles("owl", "fox", 1, 0), Default);
        var (owl, fox) = (fit.NumberOf("owl")!.Value, fit.NumberOf("fox")!.Value);
        Assert.InRange(fit.Rating(owl), 1050, 1150);
        Assert.Equal(2000, fit.Rating(owl) + fit.Rating(fox), 1e-9);
        Assert.True(fit.Upper(owl) - fit.Lower(owl) > 400);
        Assert.Null(fit.Rank(owl));
        Assert.True(fit.IsProvisional(fox));
    }

    [Fact]
    public void A_model_that_only_won_leads_by_a_finite_number_of_points()
    {
        var fit = Fit(
            [.. ReferenceData.Battles("owl", "fox", 40, 0), .. ReferenceData.Battles("owl", "elk", 40, 0), .. ReferenceData.Battles("fox", "elk", 20, 20)],
            Default);
        Assert.InRange(fit.Rating(fit.NumberOf("owl")!.Value), 1200, 2000);
        Assert.Equal(1, fit.Rank(fit.NumberOf("owl")!.Value));
        Assert.Equal(2, fit.Rank(fit.NumberOf("fox")!.Value));
        Assert.Equal(2, fit.Rank(fit.NumberOf("elk")!.Value));
        Assert.True(double.IsFinite(fit.Upper(fit.NumberOf("owl")!.Value)));
    }

    [Fact]
    public void A_model_that_only_won_is_named_where_there_is_no_prior()
    {
        var refused = Assert.Throws<NotConnectedException>(() => Fit(
            [.. ReferenceData.Battles("owl", "fox", 4, 0), .. ReferenceData.Battles("owl", "elk", 4, 0), .. ReferenceData.Battles("fox", "elk", 2, 2)],
            Default with { Prior = 0 }));
        Assert.Equal(["owl"], refused.Outside);
        Assert.Contains("owl", refused.Message);
    }

    [Fact]
    public void Two_groups_that_never_met_are_each_placed_around_the_middle()
    {
        Comparison[] battles = [.. ReferenceData.Battles("owl", "fox", 30, 10), .. ReferenceData.Battles("elk", "yak", 30, 10)];
        var fit = Fit(battles, Default);
        Assert.Equal(fit.Rating(fit.NumberOf("owl")!.Value), fit.Rating(fit.NumberOf("elk")!.Value), 1e-9);
        Assert.Equal(fit.Rating(fit.NumberOf("fox")!.Value), fit.Rating(fit.NumberOf("yak")!.Value), 1e-9);

        var refused = Assert.Throws<NotConnectedException>(() => Fit(battles, Default with { Prior = 0 }));
        Assert.Equal(["elk", "yak"], refused.Outside);
    }

    [Fact]
    public void Where_all_battles_are_ties_all_models_are_equal_first_and_nothing_scatters_but_the_phantom_games()
    {
        Comparison[] battles = [.. ReferenceData.Battles("owl", "fox", 0, 0, 20), .. ReferenceData.Battles("fox", "elk", 0, 0, 20)];
        foreach (var options in new[] { Default, Default with { Prior = 0 } })
        {
            var fit = Fit(battles, options);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(1000, fit.Rating(i), 1e-9);
                Assert.Equal(1, fit.Rank(i));
                Assert.Equal(0, fit.StandardErrorOfData(i), 1e-6);
            }
        }
    }

    [Fact]
    public void Ballots_of_one_member_are_a_battle_each_and_say_nothing_of_the_correlation()
    {
        var fit = Fit([.. ReferenceData.Battles("owl", "fox", 12, 7, 3)], Default);
        Assert.Equal(22, fit.SumOfWeights, 1e-12);
        Assert.Null(fit.RhoEstimate);
        Assert.Equal(0, fit.BattlesOfTwoOrMore);
        Assert.Equal(new BattleRecord(12, 7, 3, 22), fit.Records[fit.NumberOf("owl")!.Value]);
    }

    [Fact]
    public void A_newcomer_does_not_move_the_established()
    {
        Comparison[] established = [.. ReferenceData.Battles("owl", "fox", 30, 20), .. ReferenceData.Battles("fox", "elk", 30, 20)];
        var before = Fit(established, Default);
        var after = Fit([.. established, .. ReferenceData.Battles("yak", "elk", 5, 0)], Default);
        Assert.Null(after.Rank(after.NumberOf("yak")!.Value));
        Assert.Equal(0, new[] { "owl", "fox", "elk" }.Sum(tag => after.Theta(after.NumberOf(tag)!.Value)), 1e-12);
        Assert.Equal(before.Rating(0), after.Rating(after.NumberOf(before.Models[0])!.Value), 25.0);
    }

    [Theory, InlineData(0), InlineData(2)]
    public void Strengths_far_apart_stay_finite(double prior)
    {
        // A chain of 20 models in which each loses one of 10,000 to the next: 36,000 Elo points... in θ about 175.
        var battles = Enumerable.Range(0, 19).SelectMany(i => new[]
        {
            ReferenceData.Battle(i, $"m{i}", $"m{i + 1}", new Tally(9_999, 1, 0, 0)),
        }).ToList();
        var fit = Fit(battles, Default with { Prior = prior, Rho = 0, ProvisionalBattles = 0 });
        Assert.True(fit.LastStep < 1e-10, $"The last step was {fit.LastStep}.");
        for (var i = 0; i < 20; i++)
        {
            Assert.True(double.IsFinite(fit.Rating(i)) && fit.StandardError(i) >= 0);
            if (i > 0 && prior == 0)
                Assert.Equal(Math.Log(9_999), fit.Theta(i - 1) - fit.Theta(i), 1e-6);
        }
    }

    [Fact]
    public void A_fit_that_can_not_be_calculated_is_an_error_and_no_board()
    {
        var table = ComparisonTable.Of([.. ReferenceData.Battles("owl", "fox", 3, 2)]);
        var heavy = new ComparisonTable();
        foreach (var tag in table.Models)
            heavy.NumberOf(tag);
        foreach (var row in table.Rows)
            heavy.Add(row, weight: double.MaxValue);

        Assert.Throws<ArithmeticException>(() => BradleyTerry.Fit(heavy, Default, Token));
    }

    [Fact]
    public void Sums_of_another_correlation_are_refused() =>
        Assert.Throws<ArgumentException>(() => BradleyTerry.Fit(new PairSums(0), Default, Token));

    [Fact]
    public async Task A_fit_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Throws<OperationCanceledException>(
            () => BradleyTerry.Fit(ComparisonTable.Of(ReferenceData.Battles("owl", "fox", 1, 0)), Default, cancelled.Token));
    }

    private static BradleyTerryFit Fit(IEnumerable<Comparison> battles, BradleyTerryOptions options) =>
        BradleyTerry.Fit(ComparisonTable.Of(battles), options, Token);
}
