using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>The Bradley–Terry fit against the golden sets, to 1e-9 of each number.</summary>
public sealed class GoldenBradleyTerryTests
{
    [Theory, InlineData("small", 12), InlineData("medium", 16)]
    public void Every_setting_gives_the_golden_strengths_intervals_and_ranks(string set, int settings)
    {
        var golden = GoldenSet.Read(set);
        var fits = golden.Expected.GetProperty("bradley_terry").EnumerateArray().ToList();
        Assert.Equal(settings, fits.Count);
        foreach (var expected in fits)
        {
            var options = Options(expected);
            Same(expected, BradleyTerry.Fit(ComparisonTable.Of(golden.Comparisons), options, TestContext.Current.CancellationToken));

            var sums = new PairSums(options.Rho);
            foreach (var comparison in golden.Comparisons.Reverse())
                sums.Add(comparison);
            Same(expected, BradleyTerry.Fit(sums, options, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Every_battle_weighs_what_the_golden_set_says()
    {
        var golden = GoldenSet.Read("small");
        var weights = golden.Expected.GetProperty("weights");
        foreach (var battle in weights.EnumerateArray())
        foreach (var weight in battle.EnumerateObject().Where(p => p.Name.StartsWith("rho", StringComparison.Ordinal)))
        {
            var words = weight.Name.Split(' ');
            var sums = new PairSums(JsonDocument.Parse(words[1]).RootElement.GetDouble());
            foreach (var comparison in golden.Comparisons)
                sums.Add(comparison);
            // No two battles of the small set have the same pair, but for one: their weights are summed.
            var comparisonOf = golden.Comparisons.ToDictionary(c => c.Battle);
            var (a, b) = Pair(comparisonOf[battle.GetProperty("battle_id").GetInt64()]);
            var together = weights.EnumerateArray()
                .Where(w => Pair(comparisonOf[w.GetProperty("battle_id").GetInt64()]) == (a, b))
                .Sum(w => w.GetProperty(weight.Name).GetDouble());
            Assert.Equal(together, WeightOf(sums, a, b, words[2]), 1e-9 * together);
        }
    }

    [Theory, InlineData("small"), InlineData("medium")]
    public void The_correlation_of_ballots_within_a_battle_is_estimated_as_in_the_golden_set(string set)
    {
        var golden = GoldenSet.Read(set);
        var expected = golden.Expected.GetProperty("rho_estimate");
        var fit = BradleyTerry.Fit(ComparisonTable.Of(golden.Comparisons), Options(expected), TestContext.Current.CancellationToken);
        Equal(expected.GetProperty("value"), fit.RhoEstimate!.Value);
        Assert.Equal(expected.GetProperty("battles_with_two_or_more").GetInt32(), fit.BattlesOfTwoOrMore);
    }

    [Fact]
    public void Battles_that_do_not_connect_the_models_are_refused_without_a_prior_and_fitted_with_one()
    {
        var golden = GoldenSet.Read("small");
        foreach (var subset in golden.Expected.GetProperty("subsets").EnumerateArray())
        {
            var ids = subset.GetProperty("battle_ids").EnumerateArray().Select(i => i.GetInt64()).ToHashSet();
            var table = ComparisonTable.Of(golden.Comparisons.Where(c => ids.Contains(c.Battle)));
            Same(
                subset.GetProperty("with_default"),
                BradleyTerry.Fit(table, Options(subset.GetProperty("with_default")), TestContext.Current.CancellationToken));

            var refused = Assert.Throws<NotConnectedException>(
                () => BradleyTerry.Fit(table, new BradleyTerryOptions { Prior = 0 }, TestContext.Current.CancellationToken));
            var groups = subset.GetProperty("strongly_connected_groups").EnumerateArray()
                .Select(g => g.EnumerateArray().Select(m => m.GetString()!).ToList()).ToList();
            var largest = groups.First(g => !g.Any(refused.Outside.Contains));
            Assert.Equal(groups.Max(g => g.Count), largest.Count);
            Assert.Equal(groups.Where(g => g != largest).SelectMany(g => g).Order(), refused.Outside.Order());
        }
    }

    [Fact]
    public void One_category_alone_gives_the_golden_board_of_that_category()
    {
        var golden = GoldenSet.Read("medium");
        var expected = golden.Expected.GetProperty("scope_category_coding");
        var coding = golden.Comparisons.Where(c => golden.Categories[c.Battle] == "coding");
        Same(expected, BradleyTerry.Fit(ComparisonTable.Of(coding), Options(expected), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_board_at_the_end_of_each_day_is_the_golden_one()
    {
        var golden = GoldenSet.Read("medium");
        var days = golden.Expected.GetProperty("history_bradley_terry").EnumerateArray().ToList();
        Assert.NotEmpty(days);

        var options = new BradleyTerryOptions();
        var sums = new PairSums(options.Rho);
        var left = new Queue<Comparison>(golden.Comparisons.OrderBy(c => c.SettledAt));
        foreach (var day in days)
        {
            var end = DateOnly.Parse(day.GetProperty("day").GetString()!).AddDays(1);
            while (left.TryPeek(out var next) && DateOnly.FromDateTime(next.SettledAt.UtcDateTime) < end)
                sums.Add(left.Dequeue());

            // The same sums grow on from day to day, fit after fit.
            var fit = BradleyTerry.Fit(sums, options, TestContext.Current.CancellationToken);
            var ratings = day.GetProperty("ratings").EnumerateObject().ToList();
            Assert.Equal(day.GetProperty("battles").GetInt32(), fit.Battles);
            Assert.Equal(ratings.Count, fit.Models.Count);
            foreach (var model in ratings)
                Equal(model.Value, fit.Rating(fit.NumberOf(model.Name)!.Value));
            Assert.Equal(
                day.GetProperty("ranked").EnumerateArray().Select(m => m.GetString()),
                Enumerable.Range(0, fit.Models.Count).Where(i => fit.Rank(i) is not null).Select(i => fit.Models[i]).Order(StringComparer.Ordinal));
        }
    }

    private static void Same(JsonElement expected, BradleyTerryFit fit)
    {
        Equal(expected.GetProperty("sum_of_weights"), fit.SumOfWeights);
        Equal(expected.GetProperty("log_likelihood"), fit.LogLikelihood);
        Equal(expected.GetProperty("objective"), fit.Objective);
        Assert.True(fit.LastStep < 1e-10, $"The last step was {fit.LastStep}.");

        var models = expected.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(models.Count, fit.Models.Count);
        var byDifference = Ranking.ByDifference(fit);
        foreach (var model in models)
        {
            var i = fit.NumberOf(model.GetProperty("model").GetString()!)!.Value;
            Assert.Equal(model.GetProperty("battles").GetInt32(), fit.Records[i].Battles);
            Equal(model.GetProperty("theta"), fit.Theta(i));
            Equal(model.GetProperty("rating"), fit.Rating(i));
            Equal(model.GetProperty("se"), fit.StandardError(i));
            Equal(model.GetProperty("lower"), fit.Lower(i));
            Equal(model.GetProperty("upper"), fit.Upper(i));
            Equal(model.GetProperty("se_data_only"), fit.StandardErrorOfData(i));
            Assert.Equal(model.GetProperty("provisional").GetBoolean(), fit.IsProvisional(i));
            Assert.Equal(Rank(model, "rank"), fit.Rank(i));
            Assert.Equal(Rank(model, "rank_by_difference"), byDifference[i]);
        }
    }

    private static int? Rank(JsonElement model, string name) =>
        model.GetProperty(name) is { ValueKind: JsonValueKind.Number } rank ? rank.GetInt32() : null;

    private static BradleyTerryOptions Options(JsonElement expected)
    {
        var settings = expected.GetProperty("settings");
        return new BradleyTerryOptions
        {
            Rho = settings.GetProperty("rho").GetDouble(),
            Prior = settings.GetProperty("prior").GetDouble(),
            DrawWeights = Enum.Parse<DrawWeights>(settings.GetProperty("draw_weights").GetString()!, ignoreCase: true),
            ProvisionalBattles = settings.TryGetProperty("provisional_below", out var below) ? below.GetInt32() : 0,
        };
    }

    private static (string, string) Pair(Comparison c) =>
        string.CompareOrdinal(c.ModelA, c.ModelB) < 0 ? (c.ModelA, c.ModelB) : (c.ModelB, c.ModelA);

    private static double WeightOf(PairSums sums, string a, string b, string drawWeights)
    {
        var weighted = new WeightedPairs(
            sums, new BradleyTerryOptions { Rho = sums.Rho, DrawWeights = Enum.Parse<DrawWeights>(drawWeights, ignoreCase: true) });
        var (i, j) = (sums.NumberOf(a)!.Value, sums.NumberOf(b)!.Value);
        foreach (var pair in weighted.Pairs)
        {
            if (pair.Low == Math.Min(i, j) && pair.High == Math.Max(i, j))
                return pair.Sums.W;
        }

        return 0;
    }

    private static void Equal(JsonElement expected, double actual)
    {
        var value = expected.GetDouble();
        Assert.Equal(value, actual, 1e-9 * Math.Abs(value));
    }
}
