using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>Score and Elo against the golden sets, whose numbers are printed with twelve significant digits.</summary>
public sealed class GoldenRatingsTests
{
    private static readonly EloOptions Plain = new() { K = 4, UseSize = false };

    [Theory, InlineData("small"), InlineData("medium")]
    public void The_verdict_and_the_share_of_every_battle_are_the_golden_ones(string set)
    {
        var golden = GoldenSet.Read(set);
        var byId = golden.Comparisons.ToDictionary(c => c.Battle);
        var seen = 0;

        foreach (var battle in golden.Expected.GetProperty("battles").EnumerateArray())
        {
            var tally = byId[battle.GetProperty("battle_id").GetInt64()].Tally;
            Assert.Equal(battle.GetProperty("n").GetInt32(), tally.Counted);
            if (tally.Counted == 0)
            {
                Assert.Null(tally.Verdict);
                Assert.Null(tally.Share);
                continue;
            }

            Assert.Equal(battle.GetProperty("verdict").GetString(), tally.Verdict.ToString());
            Equal(battle.GetProperty("share"), tally.Share!.Value);
            seen++;
        }

        Assert.True(seen >= 6, $"Only {seen} battles were compared.");
    }

    [Theory, InlineData("small"), InlineData("medium")]
    public void Scores_are_the_golden_ones_in_the_golden_order(string set)
    {
        var golden = GoldenSet.Read(set);

        var board = Records.Of(golden.Comparisons)
            .Select(r => (Model: r.Key, Record: r.Value, Score: Score.Of(r.Value.Wins, r.Value.Battles)))
            .OrderByDescending(r => r.Score).ThenByDescending(r => r.Record.Battles).ThenBy(r => r.Model, StringComparer.Ordinal)
            .ToList();

        var expected = golden.Expected.GetProperty("score").EnumerateArray().ToList();
        Assert.Equal(expected.Select(e => e.GetProperty("model").GetString()), board.Select(b => b.Model));
        foreach (var (e, b) in expected.Zip(board))
        {
            Assert.Equal(e.GetProperty("battles").GetInt32(), b.Record.Battles);
            Assert.Equal(e.GetProperty("wins").GetInt32(), b.Record.Wins);
            Assert.Equal(e.GetProperty("losses").GetInt32(), b.Record.Losses);
            Assert.Equal(e.GetProperty("ties").GetInt32(), b.Record.Ties);
            Equal(e.GetProperty("score"), b.Score);
        }
    }

    [Theory]
    [InlineData("small", "size_rules"), InlineData("small", "plain_k4_start1000")]
    [InlineData("medium", "size_rules"), InlineData("medium", "plain_k4_start1000")]
    public void Every_move_of_the_Elo_game_is_the_golden_one(string set, string rules)
    {
        var golden = GoldenSet.Read(set);
        var options = rules == "size_rules" ? new EloOptions() : Plain;
        var steps = new List<EloStep>();
        // In another order than they settled: the replay puts them in order itself.
        var ratings = EloReplay.Run(golden.Comparisons.Reverse(), options, steps.Add);

        var elo = golden.Expected.GetProperty("elo");
        Assert.Equal(elo.GetProperty("order").EnumerateArray().Select(b => b.GetInt64()), steps.Select(s => s.Comparison.Battle));

        var path = elo.GetProperty(rules).GetProperty("path").EnumerateArray().ToList();
        Assert.Equal(path.Count, steps.Count);
        foreach (var (expected, step) in path.Zip(steps))
        {
            Equal(expected.GetProperty("expected"), Elo.Expected(step.BeforeA, step.BeforeB));
            Equal(expected.GetProperty("rating_a"), step.AfterA);
            Equal(expected.GetProperty("rating_b"), step.AfterB);
            if (expected.TryGetProperty("k", out var k))
                Equal(k, Elo.Stake(step.Verdict, step.Comparison.SizeA, step.Comparison.SizeB, step.Comparison.SizeMax, options));
        }

        var final = elo.GetProperty(rules).GetProperty("final").EnumerateObject().ToList();
        Assert.Equal(final.Count, ratings.Count);
        foreach (var model in final)
            Equal(model.Value, ratings[model.Name]);
    }

    // Twelve significant digits are printed, so a correct number is off by at most 5e-12 of itself.
    private static void Equal(JsonElement expected, double actual)
    {
        var value = expected.GetDouble();
        Assert.Equal(value, actual, 1e-11 * Math.Max(1, Math.Abs(value)));
    }
}
