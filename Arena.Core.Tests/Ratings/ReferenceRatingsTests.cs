using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>The ratings against results that others have published, each to the precision that is stated beside it.</summary>
public sealed class ReferenceRatingsTests
{
    // Tables from elsewhere: every vote counts once, no prior, the mean over all models.
    private static readonly BradleyTerryOptions Plain = new() { Rho = 0, Prior = 0, ProvisionalBattles = 0 };
    private static readonly EloOptions PlainElo = new() { K = 4, UseSize = false };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Four_models_have_the_strengths_that_anyone_can_check()
    {
        var fit = Fit(
        [
            .. ReferenceData.Battles("A", "B", 2, 3), .. ReferenceData.Battles("A", "D", 1, 4),
            .. ReferenceData.Battles("B", "C", 5, 3), .. ReferenceData.Battles("C", "D", 1, 3),
        ]);
        foreach (var (model, strength) in new[] { ("A", 0.640), ("B", 1.043), ("C", 0.660), ("D", 2.270) })
            Assert.Equal(strength, Math.Exp(fit.Theta(Number(fit, model))), 0.0005);
    }

    [Theory, InlineData("food"), InlineData("simple")]
    public void Small_sets_have_the_published_Elo_strengths_and_counts(string set)
    {
        var votes = ReferenceData.Votes("evalica", $"{set}.csv");
        var table = ComparisonTable.Of(votes);
        var elo = EloReplay.Run(table, PlainElo);
        var fit = Fit(votes);
        var sumOfStrengths = fit.Models.Select((_, i) => Math.Exp(fit.Theta(i))).Sum();
        var sums = new PairSums(0);
        sums.Add(table);

        var compared = 0;
        foreach (var row in ReferenceData.Rows("evalica", $"{set}-golden.csv"))
        {
            var (item, score) = (row["item"], ReferenceData.Number(row["score"]));
            double? found = row["algorithm"] switch
            {
                "elo" => elo[table.NumberOf(item)],
                "bradley_terry" => Math.Exp(fit.Theta(Number(fit, item))) / sumOfStrengths,
                "counting" => sums.Models.Sum(other => sums.Between(item, other).Points),
                "average_win_rate" => sums.Models.Average(other => sums.Between(item, other).Share),
                _ => null,
            };
            if (found is null)
                continue;
            Assert.Equal(score, found.Value, 1e-11 * Math.Max(1, score));
            compared++;
        }

        Assert.Equal(20, compared);
    }

    [Fact]
    public void Crowd_votes_have_the_recomputed_ratings_errors_and_Elo()
    {
        var votes = ReferenceData.Votes("llmfao", "crowd-comparisons.csv");
        var table = ComparisonTable.Of(votes);
        var elo = EloReplay.Run(table, PlainElo);
        var sums = new PairSums(0);
        sums.Add(table);
        var fit = BradleyTerry.Fit(sums, Plain, Token);
        var inverse = StandardErrors.InverseInformation(sums, fit);

        var expected = ReferenceData.Rows("llmfao", "reference-crowd.csv");
        Assert.Equal(expected.Count, fit.Models.Count);
        Assert.Equal(-5743.381724, fit.LogLikelihood, 1e-6);
        foreach (var row in expected)
        {
            var i = Number(fit, row["model"]);
            Assert.Equal(
                new BattleRecord(int.Parse(row["wins"]), int.Parse(row["losses"]), int.Parse(row["ties"]), int.Parse(row["games"])),
                fit.Records[i]);
            Assert.Equal(ReferenceData.Number(row["bt"]), fit.Rating(i), 1e-6);
            Assert.Equal(ReferenceData.Number(row["se_sandwich"]), fit.StandardError(i), 1e-6);
            Assert.Equal(ReferenceData.Number(row["se_hessian"]), Math.Sqrt(inverse(i, i)) * BradleyTerryFit.PointsPerTheta, 1e-6);
            Assert.Equal(ReferenceData.Number(row["elo_k4"]), elo[table.NumberOf(row["model"])], 1e-6);
        }
    }

    [Fact]
    public void Crowd_votes_drawn_anew_have_interval_ends_as_close_as_two_runs_are()
    {
        var table = ComparisonTable.Of(ReferenceData.Votes("llmfao", "crowd-comparisons.csv"));
        var fit = BradleyTerry.Fit(table, Plain, Token);
        var found = BradleyTerryBootstrap.Run(table, fit, 2000, seed: 3, Token);

        var off = new List<double>();
        foreach (var row in ReferenceData.Rows("llmfao", "reference-crowd.csv"))
        {
            var i = Number(fit, row["model"]);
            off.Add(Math.Abs(ReferenceData.Number(row["boot_p2.5"]) - found.Lower(i)));
            off.Add(Math.Abs(ReferenceData.Number(row["boot_p97.5"]) - found.Upper(i)));
            Assert.Equal(ReferenceData.Number(row["boot_median"]), found.Median(i), 3.0);
        }

        // "Another run of 2,000 resamples differs by about 1 to 3 points at the ends."
        Assert.InRange(off.Average(), 0.3, 2);
        Assert.True(off.Max() < 7, $"One end differs by {off.Max():0.0} points.");
    }

    [Fact]
    public void Crowd_votes_have_the_published_strengths_and_ranks()
    {
        var fit = Fit(ReferenceData.Votes("llmfao", "crowd-comparisons.csv"));
        var sumOfStrengths = fit.Models.Select((_, i) => Math.Exp(fit.Theta(i))).Sum();
        var order = Enumerable.Range(0, fit.Models.Count).OrderByDescending(fit.Theta).Select(i => fit.Models[i]).ToList();
        foreach (var row in ReferenceData.Rows("llmfao", "published-crowd.csv"))
        {
            var i = Number(fit, row["model"]);
            Assert.Equal(ReferenceData.Number(row["score"]), Math.Exp(fit.Theta(i)) / sumOfStrengths, 3e-6);
            Assert.Equal(int.Parse(row["pairs"]), fit.Records[i].Ballots);
            Assert.Equal(row["model"], order[int.Parse(row["rank"]) - 1]);
        }
    }

    [Fact]
    public void Citations_between_journals_have_the_estimates_and_errors_of_a_logistic_regression()
    {
        var rows = ReferenceData.Rows("citations", "citations.csv");
        var sums = new PairSums(0);
        foreach (var row in rows)
        foreach (var other in rows.Select(r => r["cited"]).Where(o => o != row["cited"]))
        foreach (var citation in ReferenceData.Battles(row["cited"], other, int.Parse(row[other]), 0))
            sums.Add(citation);

        var fit = BradleyTerry.Fit(sums, Plain, Token);
        var covariance = StandardErrors.InverseInformation(sums, fit);
        var reference = Number(fit, "Biometrika");
        foreach (var (journal, estimate, error) in new[]
        {
            ("Comm Statist", -2.9490724968, 0.10254533537), ("JASA", -0.4795697698, 0.06058872924), ("JRSS-B", 0.2689540558, 0.07082996511),
        })
        {
            var i = Number(fit, journal);
            Assert.Equal(estimate, fit.Theta(i) - fit.Theta(reference), 1e-9);
            var variance = covariance(i, i) + covariance(reference, reference) - 2 * covariance(i, reference);
            Assert.Equal(error, Math.Sqrt(variance), 1e-9);
        }
    }

    [Fact]
    public void Votes_counted_by_pair_agree_with_the_published_medians_as_far_as_two_systems_do()
    {
        var fit = Fit([.. ReferenceData.Rows("comparia", "pairs.csv")
            .Where(r => r["model_a"] != r["model_b"])
            .SelectMany(r => ReferenceData.Battles(
                r["model_a"], r["model_b"], int.Parse(r["a_wins"]), int.Parse(r["b_wins"]), int.Parse(r["draws"])))]);
        var published = ReferenceData.Rows("comparia", "published-scores.csv");
        Assert.Equal(102_864, fit.Battles);
        Assert.Equal(published.Count, fit.Models.Count);

        var ours = published.Select(r => fit.Rating(Number(fit, r["model_name"]))).ToList();
        var theirs = published.Select(r => ReferenceData.Number(r["median"])).ToList();
        Assert.Equal(0.9296, Correlation(ours, theirs), 0.00005);
        Assert.Equal(0.8765, Correlation(Places(ours), Places(theirs)), 0.00005);
        Assert.Equal(
            ["gemini-2.0-flash-001", "gemma-3-27b", "gemini-2.0-flash-exp"],
            Enumerable.Range(0, fit.Models.Count).OrderByDescending(fit.Rating).Take(3).Select(i => fit.Models[i]));
    }

    [Fact]
    public void Percentiles_are_the_published_ends_of_bootstrap_ratings()
    {
        var models = File.ReadAllLines(ReferenceData.PathOf("arena-bootstrap", "bootstrap-20k-votes.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(20, models.Count);
        foreach (var model in models)
        {
            var ratings = model.GetProperty("results").EnumerateArray().Select(r => r.GetDouble()).Order().ToArray();
            Assert.Equal(model.GetProperty("lower").GetDouble(), Percentile.OfSorted(ratings, 0.025), 1e-10);
            Assert.Equal(model.GetProperty("upper").GetDouble(), Percentile.OfSorted(ratings, 0.975), 1e-10);
        }
    }

    private static BradleyTerryFit Fit(IReadOnlyList<Comparison> votes) => BradleyTerry.Fit(ComparisonTable.Of(votes), Plain, Token);

    private static int Number(BradleyTerryFit fit, string model) => fit.NumberOf(model)!.Value;

    private static List<double> Places(List<double> values) => [.. values.Select(v => (double)values.Count(other => other > v))];

    private static double Correlation(List<double> x, List<double> y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        double Product(List<double> a, double meanA, List<double> b, double meanB) => a.Zip(b).Sum(p => (p.First - meanA) * (p.Second - meanB));
        return Product(x, meanX, y, meanY) / Math.Sqrt(Product(x, meanX, x, meanX) * Product(y, meanY, y, meanY));
    }
}
