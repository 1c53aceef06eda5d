using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class EvaluationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Both_systems_are_judged_by_the_golden_numbers()
    {
        var golden = GoldenSet.Read("medium");
        // In another order than they settled: the evaluation puts them in order itself.
        var result = Evaluation.Run(ComparisonTable.Of(golden.Comparisons.Reverse()), new BradleyTerryOptions(), new EloOptions(), Token);

        var judging = golden.Expected.GetProperty("judging");
        Assert.Equal(judging.GetProperty("training_battles").GetInt32(), result.TrainingBattles);
        Assert.Equal(judging.GetProperty("held_out_battles").GetInt32(), result.HeldOutBattles);
        Assert.Equal(judging.GetProperty("held_out_battles_left_out").GetInt32(), result.LeftOut);
        Same(judging.GetProperty("bradley_terry"), result.BradleyTerry);
        Same(judging.GetProperty("elo"), result.Elo);
    }

    [Fact]
    public void Four_fifths_train_and_what_they_never_saw_is_left_out()
    {
        Comparison[] battles =
        [
            Battle(1, "ant", "bee", new Tally(1, 1, 0, 0)), Battle(2, "bee", "ant", new Tally(2, 2, 0, 0)),
            Battle(3, "ant", "bee", default), Battle(4, "bee", "ant", new Tally(1, 1, 0, 0)),
            Battle(5, "ant", "bee", new Tally(0, 0, 1, 0)),
            Battle(6, "ant", "bee", new Tally(3, 0, 0, 1)), Battle(7, "ant", "new", new Tally(1, 0, 0, 0)),
        ];

        // Six counted battles: ⌊4.8⌋ train.
        var result = Evaluation.Run(ComparisonTable.Of(battles), new BradleyTerryOptions(), new EloOptions { UseSize = false }, Token);

        Assert.Equal((4, 2, 1), (result.TrainingBattles, result.HeldOutBattles, result.LeftOut));
        // Every training battle was even, so both say one half: three ballots for the first, one for neither.
        Assert.Equal(4, result.BradleyTerry.Ballots);
        Assert.Equal(Math.Log(2), result.BradleyTerry.LogLoss!.Value, 1e-12);
        Assert.Equal(3 * 0.25 / 4, result.BradleyTerry.Brier!.Value, 1e-12);
        Assert.Equal(new CalibrationBin(0.5, 0.6, 4, 0.5, 0.875), result.BradleyTerry.Calibration[0]);
        Assert.All(result.BradleyTerry.Calibration.Skip(1), bin => Assert.Equal((0, null, null), (bin.Ballots, bin.Predicted, bin.Observed)));
    }

    [Fact]
    public void A_bin_holds_its_lower_edge_and_the_last_one_its_upper_edge_too()
    {
        var tally = new PredictionTally();
        // The logit of 0.6 and of 0.8 leads back to exactly these.
        foreach (var p in new[] { 0.6, 0.8, 0.2 })
        {
            Assert.Equal(p, Logistic.Sigma(Math.Log(p / (1 - p))));
            tally.Add(Math.Log(p / (1 - p)), new Tally(1, 0, 0, 0));
        }

        tally.Add(900, new Tally(1, 0, 0, 0));
        Assert.Equal([0, 1, 0, 2, 1], tally.Score().Calibration.Select(bin => bin.Ballots));
        // Of the two at 0.8 the favourite won once: where A was given 0.2, B was the favourite.
        Assert.Equal(0.5, tally.Score().Calibration[3].Observed);
    }

    [Fact]
    public void Even_an_upset_nobody_thought_possible_costs_a_finite_loss()
    {
        // 40 logits: 1 − p is 4e-18, which is nothing beside 1.
        var tally = new PredictionTally();
        tally.Add(40, new Tally(0, 1, 0, 0));
        Assert.Equal(40, tally.Score().LogLoss!.Value, 1e-9);
        Assert.Equal(1, tally.Score().Brier!.Value, 1e-9);
    }

    [Fact]
    public void Where_nothing_can_be_predicted_there_is_no_number()
    {
        foreach (var battles in new Comparison[][] { [], [Battle(1, "ant", "bee", new Tally(1, 0, 0, 0))] })
        {
            var result = Evaluation.Run(ComparisonTable.Of(battles), new BradleyTerryOptions(), new EloOptions(), Token);
            Assert.Equal((0, battles.Length, battles.Length), (result.TrainingBattles, result.HeldOutBattles, result.LeftOut));
            Assert.All([result.BradleyTerry, result.Elo], score => Assert.Equal((0, null, null), (score.Ballots, score.LogLoss, score.Brier)));
        }
    }

    private static Comparison Battle(long id, string a, string b, Tally tally) => new(id, Noon.AddMinutes(id), a, b, tally, null, null, null);

    private static void Same(JsonElement expected, PredictionScore score)
    {
        Assert.Equal(expected.GetProperty("ballots").GetInt64(), score.Ballots);
        GoldenNumbers.Equal(expected.GetProperty("log_loss"), score.LogLoss);
        GoldenNumbers.Equal(expected.GetProperty("brier"), score.Brier);
        var bins = expected.GetProperty("calibration").EnumerateArray().ToList();
        Assert.Equal(bins.Count, score.Calibration.Count);
        foreach (var (bin, actual) in bins.Zip(score.Calibration))
        {
            Assert.Equal(bin.GetProperty("ballots").GetInt64(), actual.Ballots);
            GoldenNumbers.Equal(bin.GetProperty("predicted"), actual.Predicted);
            GoldenNumbers.Equal(bin.GetProperty("observed"), actual.Observed);
        }
    }
}
