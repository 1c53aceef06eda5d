using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class StyleControlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Strengths_and_intervals_with_style_held_equal_are_the_golden_ones()
    {
        var golden = GoldenSet.Read("medium");
        var fit = StyleControl.Fit(ComparisonTable.Of(golden.Comparisons), new BradleyTerryOptions(), Token);

        var style = golden.Expected.GetProperty("style");
        GoldenNumbers.Equal(style.GetProperty("log_likelihood"), fit.LogLikelihood);
        var models = style.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(models.Count, fit.Models.Count);
        foreach (var expected in models)
        {
            var model = fit.NumberOf(expected.GetProperty("model").GetString()!)!.Value;
            GoldenNumbers.Equal(expected.GetProperty("theta"), fit.Theta(model));
            GoldenNumbers.Equal(expected.GetProperty("rating"), fit.Rating(model));
            GoldenNumbers.Equal(expected.GetProperty("se"), fit.StandardError(model));
            GoldenNumbers.Equal(expected.GetProperty("lower"), fit.Lower(model));
            GoldenNumbers.Equal(expected.GetProperty("upper"), fit.Upper(model));
        }
    }

    [Fact]
    public void What_a_unit_of_each_covariate_is_worth_is_the_golden_number()
    {
        var golden = GoldenSet.Read("medium");
        var fit = StyleControl.Fit(ComparisonTable.Of(golden.Comparisons), new BradleyTerryOptions(), Token);

        var covariates = golden.Expected.GetProperty("style").GetProperty("covariates").EnumerateArray().ToList();
        Assert.Equal(covariates.Select(c => c.GetProperty("covariate").GetString()), fit.Covariates.Select(c => c.Name));
        foreach (var (expected, covariate) in covariates.Zip(fit.Covariates))
        {
            GoldenNumbers.Equal(expected.GetProperty("root_mean_square"), covariate.RootMeanSquare);
            GoldenNumbers.Equal(expected.GetProperty("beta"), covariate.Beta);
            GoldenNumbers.Equal(expected.GetProperty("points_per_unit"), covariate.PointsPerUnit);
            GoldenNumbers.Equal(expected.GetProperty("se_points"), covariate.StandardErrorPoints);
        }
    }

    [Fact]
    public void Answers_that_all_look_alike_leave_the_plain_fit()
    {
        foreach (var weights in Enum.GetValues<DrawWeights>())
        {
            var options = new BradleyTerryOptions { DrawWeights = weights, ProvisionalBattles = 3 };
            var battles = Battles(new Random(5), 200).Select(b => b with { StyleA = new(90, 1, 2, 3), StyleB = new(90, 1, 2, 3) });
            var table = ComparisonTable.Of(battles);

            var plain = BradleyTerry.Fit(table, options, Token);
            var styled = StyleControl.Fit(table, options, Token);

            for (var i = 0; i < plain.Models.Count; i++)
            {
                var same = styled.NumberOf(plain.Models[i])!.Value;
                Assert.Equal(plain.Theta(i), styled.Theta(same), 1e-11);
                Assert.Equal(plain.StandardError(i), styled.StandardError(same), 1e-8);
                Assert.Equal(plain.Rank(i), styled.Rank(same));
                Assert.Equal(plain.Records[i], styled.Records[same]);
            }

            Assert.Equal(plain.LogLikelihood, styled.LogLikelihood, 1e-9);
            Assert.Equal(plain.SumOfWeights, styled.SumOfWeights, 1e-9);
            Assert.Equal((plain.Battles, plain.Ballots), (styled.Battles, styled.Ballots));
            Assert.All(styled.Covariates, c => Assert.Equal((0, 0, 0, 0), (c.RootMeanSquare, c.Beta, c.PointsPerUnit, c.StandardErrorPoints)));
        }
    }

    [Fact]
    public void Swapping_the_sides_of_every_battle_changes_nothing()
    {
        var battles = Battles(new Random(8), 300).ToList();
        var fit = StyleControl.Fit(ComparisonTable.Of(battles), new BradleyTerryOptions(), Token);
        var swapped = StyleControl.Fit(ComparisonTable.Of(battles.Select(Swapped)), new BradleyTerryOptions(), Token);

        for (var i = 0; i < fit.Models.Count; i++)
        {
            var same = swapped.NumberOf(fit.Models[i])!.Value;
            Assert.Equal(fit.Theta(i), swapped.Theta(same), 1e-11);
            Assert.Equal(fit.StandardError(i), swapped.StandardError(same), 1e-8);
        }

        foreach (var (one, other) in fit.Covariates.Zip(swapped.Covariates))
            Assert.Equal(one.Beta, other.Beta, 1e-11);
    }

    [Fact]
    public void A_model_that_wins_by_length_alone_loses_its_lead_and_length_shows_its_worth()
    {
        // Two models of the same strength; one writes at length, and members fall for it four times in five, whoever wrote it.
        var random = new Random(13);
        var battles = Enumerable.Range(1, 3_000).Select(id =>
        {
            var (tokensA, tokensB) = (random.Next(4) > 0 ? 300 : 100, random.Next(4) == 0 ? 300 : 100);
            var forA = tokensA == tokensB ? random.Next(2) == 0 : (tokensA > tokensB) == random.Next(5) > 0;
            return Battle(id, "long", "short", forA ? new Tally(1, 0, 0, 0) : new Tally(0, 1, 0, 0)) with
            {
                StyleA = new AnswerStyle(tokensA, 0, 0, 0), StyleB = new AnswerStyle(tokensB, 0, 0, 0),
            };
        }).ToList();
        var table = ComparisonTable.Of(battles);

        var plain = BradleyTerry.Fit(table, new BradleyTerryOptions(), Token);
        var fit = StyleControl.Fit(table, new BradleyTerryOptions(), Token);

        var (first, second) = (fit.NumberOf("long")!.Value, fit.NumberOf("short")!.Value);
        Assert.True(plain.Rating(plain.NumberOf("long")!.Value) - plain.Rating(plain.NumberOf("short")!.Value) > 80);
        Assert.InRange(fit.Rating(first) - fit.Rating(second), -30, 30);
        // Odds of four to one for a difference of 200/401 in a covariate that was divided by its root mean square.
        var length = fit.Covariates[0];
        Assert.Equal(Math.Log(4) * BradleyTerryFit.PointsPerTheta, length.PointsPerUnit * (200.0 / 401 / length.RootMeanSquare), 4 * length.StandardErrorPoints);
        Assert.InRange(length.StandardErrorPoints, 0.1, length.PointsPerUnit / 10);
    }

    [Fact]
    public void Battles_without_a_measured_answer_are_left_out_and_counted()
    {
        var measured = Battles(new Random(4), 60).ToList();
        var half = Battle(61, "ant", "new", new Tally(1, 0, 0, 0)) with { StyleA = new AnswerStyle(1, 0, 0, 0) };
        var none = Battle(62, "bee", "new", new Tally(0, 1, 0, 0));
        var uncounted = Battle(63, "bee", "new", default);

        var fit = StyleControl.Fit(ComparisonTable.Of([none, .. measured, half, uncounted]), new BradleyTerryOptions(), Token);
        var alone = StyleControl.Fit(ComparisonTable.Of(measured), new BradleyTerryOptions(), Token);

        Assert.Equal((60, 2), (fit.Battles, fit.BattlesLeftOut));
        Assert.Null(fit.NumberOf("new"));
        Assert.Equal(alone.Models.Select((_, i) => alone.Theta(i)), fit.Models.Select((_, i) => fit.Theta(i)));
    }

    [Fact]
    public void What_a_table_multiplies_its_battles_by_counts_as_in_the_plain_fit()
    {
        var options = new BradleyTerryOptions { ProvisionalBattles = 3 };
        var battles = ComparisonTable.Of(Battles(new Random(6), 200));
        var weighted = new ComparisonTable();
        foreach (var tag in battles.Models)
            weighted.NumberOf(tag);
        var alike = new AnswerStyle(90, 1, 2, 3);
        for (var i = 0; i < battles.Rows.Length; i++)
            weighted.Add(battles.Rows[i], alike, alike, weight: 0.5 + i % 3);

        var plain = BradleyTerry.Fit(weighted, options, Token);
        var styled = StyleControl.Fit(weighted, options, Token);

        Assert.NotEqual(BradleyTerry.Fit(battles, options, Token).Theta(0), plain.Theta(0), 1e-3);
        Assert.Equal(plain.SumOfWeights, styled.SumOfWeights, 1e-9);
        for (var i = 0; i < plain.Models.Count; i++)
        {
            Assert.Equal(plain.Theta(i), styled.Theta(i), 1e-9);
            Assert.Equal(plain.StandardError(i), styled.StandardError(i), 1e-9);
        }
    }

    [Fact]
    public void Where_no_answer_was_measured_the_fit_holds_no_model()
    {
        var fit = StyleControl.Fit(ComparisonTable.Of([Battle(1, "ant", "bee", new Tally(1, 0, 0, 0))]), new BradleyTerryOptions(), Token);
        Assert.Empty(fit.Models);
        Assert.Equal((0, 1), (fit.Battles, fit.BattlesLeftOut));
        Assert.Empty(StyleControl.Fit(new ComparisonTable(), new BradleyTerryOptions { Prior = 0 }, Token).Models);
    }

    [Fact]
    public void Without_a_prior_a_model_that_only_won_can_not_be_placed()
    {
        var style = new AnswerStyle(1, 2, 3, 4);
        var battle = Battle(1, "ant", "bee", new Tally(1, 0, 0, 0)) with { StyleA = style, StyleB = style };
        var thrown = Assert.Throws<NotConnectedException>(
            () => StyleControl.Fit(ComparisonTable.Of([battle]), new BradleyTerryOptions { Prior = 0 }, Token));
        Assert.Single(thrown.Outside);
    }

    [Fact]
    public void Without_a_prior_it_converges_where_the_battles_connect_all_models()
    {
        var options = new BradleyTerryOptions { Prior = 0 };
        var fit = StyleControl.Fit(ComparisonTable.Of(Battles(new Random(2), 400)), options, Token);
        Assert.True(fit.LastStep < 1e-10);
        Assert.Equal(0, fit.Models.Select((_, i) => fit.Theta(i)).Sum(), 1e-9);
        Assert.All(fit.Models.Select((_, i) => fit.StandardError(i)), error => Assert.InRange(error, 1, 200));
    }

    private static Comparison Battle(long id, string a, string b, Tally tally) =>
        new(id, Noon.AddMinutes(id), a, b, tally, null, null, null);

    private static Comparison Swapped(Comparison battle) => battle with
    {
        ModelA = battle.ModelB, ModelB = battle.ModelA, Tally = battle.Tally.Swapped, StyleA = battle.StyleB, StyleB = battle.StyleA,
    };

    private static IEnumerable<Comparison> Battles(Random random, int count)
    {
        string[] models = ["ant", "bee", "cat", "dog", "eel"];
        AnswerStyle Style() => new(random.Next(20, 400), random.Next(4), random.Next(9), random.Next(6));
        for (var id = 1; id <= count; id++)
        {
            var a = random.Next(models.Length);
            var b = (a + random.Next(1, models.Length)) % models.Length;
            yield return Battle(id, models[a], models[b], new Tally(1 + random.Next(4), random.Next(4), random.Next(2), random.Next(2))) with
            {
                StyleA = Style(), StyleB = Style(), DrawRatio = random.Next(4) == 0 ? null : random.NextDouble() * 8,
            };
        }
    }
}
