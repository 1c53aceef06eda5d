using System.Globalization;
using System.Text.Json;

namespace Bot.Tests.Reports;

/// <summary>The golden sets through the command line, as anyone who checks the arena would send them.</summary>
public sealed class GoldenImportTests
{
    [Theory, InlineData("small"), InlineData("medium")]
    public async Task Every_fit_that_the_options_can_express_is_the_golden_one(string set)
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read(set);
        // In another order than they settled: the import puts battles together and in order itself.
        var file = @case.Write("golden.csv", [golden.Lines[0], .. golden.Lines.Skip(1).Reverse()]);
        var seen = 0;
        foreach (var expected in golden.Expected.GetProperty("bradley_terry").EnumerateArray())
        {
            var settings = expected.GetProperty("settings");
            var board = await @case.ReadAsync(
                file, "--system", "bt", "--rho", Text(settings, "rho"), "--prior", Text(settings, "prior"),
                "--draw-weights", Text(settings, "draw_weights"), "--provisional", Text(settings, "provisional_below"));

            Equal(expected.GetProperty("log_likelihood"), board.GetProperty("log_likelihood"));
            var models = ImportCase.ByName(board);
            var rows = expected.GetProperty("models").EnumerateArray().ToList();
            Assert.Equal(rows.Count, models.Count);
            Assert.Equal(
                rows.OrderBy(row => row.GetProperty("rank").ValueKind == JsonValueKind.Null)
                    .ThenByDescending(row => row.GetProperty("rating").GetDouble()).Select(row => row.GetProperty("model").GetString()),
                board.GetProperty("models").EnumerateArray().Select(row => row.GetProperty("model").GetString()));
            foreach (var row in rows)
            {
                var model = models[row.GetProperty("model").GetString()!];
                foreach (var number in new[] { "rating", "lower", "upper" })
                    Equal(row.GetProperty(number), model.GetProperty(number));
                Assert.Equal(row.GetProperty("battles").GetInt32(), model.GetProperty("battles").GetInt32());
                Assert.Equal(row.GetProperty("rank").ToString(), model.GetProperty("rank").ToString());
            }

            seen++;
        }

        Assert.True(seen >= 12, $"Only {seen} fits were compared.");
    }

    [Fact]
    public async Task The_estimate_of_rho_is_the_golden_one()
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read("medium");

        var board = await @case.ReadAsync(@case.Write("golden.csv", golden.Lines));

        Equal(golden.Expected.GetProperty("rho_estimate").GetProperty("value"), board.GetProperty("rho_estimate"));
        Assert.Equal(395, board.GetProperty("battles").GetInt32());
        Assert.Equal(2363, board.GetProperty("ballots").GetInt32());
        Assert.Equal(0, board.GetProperty("bad_row_count").GetInt32());
        Assert.InRange(board.GetProperty("last_step").GetDouble(), 0, 1e-10);
    }

    [Fact]
    public async Task One_category_is_fitted_alone()
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read("medium");

        var board = await @case.ReadAsync(@case.Write("golden.csv", golden.Lines), "--category", "coding");

        var expected = golden.Expected.GetProperty("scope_category_coding");
        Equal(expected.GetProperty("log_likelihood"), board.GetProperty("log_likelihood"));
        var models = ImportCase.ByName(board);
        foreach (var row in expected.GetProperty("models").EnumerateArray())
            Equal(row.GetProperty("upper"), models[row.GetProperty("model").GetString()!].GetProperty("upper"));
    }

    [Theory, InlineData("small"), InlineData("medium")]
    public async Task Scores_are_the_golden_ones_in_the_golden_order(string set)
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read(set);

        var board = await @case.ReadAsync(@case.Write("golden.csv", golden.Lines), "--system", "score");

        var expected = golden.Expected.GetProperty("score").EnumerateArray().ToList();
        var actual = board.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(expected.Select(row => row.GetProperty("model").GetString()), actual.Select(row => row.GetProperty("model").GetString()));
        foreach (var (row, model) in expected.Zip(actual))
        {
            Equal(row.GetProperty("score"), model.GetProperty("rating"));
            Assert.Equal(JsonValueKind.Null, model.GetProperty("lower").ValueKind);
            foreach (var count in new[] { "battles", "wins", "losses", "ties" })
                Assert.Equal(row.GetProperty(count).GetInt32(), model.GetProperty(count).GetInt32());
        }
    }

    [Theory]
    [InlineData("small", "size_rules"), InlineData("medium", "size_rules")]
    [InlineData("small", "plain_k4_start1000", "--k", "4", "--no-size"), InlineData("medium", "plain_k4_start1000", "--k", "4", "--start", "1000", "--no-size")]
    public async Task The_Elo_game_ends_as_the_golden_one(string set, string rules, params string[] options)
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read(set);
        var file = @case.Write("golden.csv", [golden.Lines[0], .. golden.Lines.Skip(1).Reverse()]);

        var models = ImportCase.ByName(await @case.ReadAsync(file, ["--system", "elo", .. options]));

        var final = golden.Expected.GetProperty("elo").GetProperty(rules).GetProperty("final").EnumerateObject().ToList();
        Assert.Equal(final.Count, models.Count);
        foreach (var model in final)
            Equal(model.Value, models[model.Name].GetProperty("rating"));
    }

    [Fact]
    public async Task The_bootstrap_scatters_about_the_golden_ends()
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read("medium");
        var file = @case.Write("golden.csv", golden.Lines);

        var board = await @case.ReadAsync(file, "--interval", "bootstrap", "--rounds", "1000", "--seed", "7");

        var models = ImportCase.ByName(board);
        foreach (var row in golden.Expected.GetProperty("bootstrap").GetProperty("models").EnumerateArray())
        {
            var model = models[row.GetProperty("model").GetString()!];
            foreach (var end in new[] { "lower", "upper" })
            {
                var five = 5 * row.GetProperty($"sd_of_{end}_in_1000_rounds").GetDouble();
                Assert.Equal(row.GetProperty(end).GetDouble(), model.GetProperty(end).GetDouble(), five);
            }
        }

        var again = await @case.ReadAsync(file, "--interval", "bootstrap", "--seed", "7");
        Assert.Equal(board.GetProperty("models").ToString(), again.GetProperty("models").ToString());
        var other = await @case.ReadAsync(file, "--interval", "bootstrap", "--seed", "8");
        Assert.NotEqual(board.GetProperty("models").ToString(), other.GetProperty("models").ToString());
    }

    [Fact]
    public async Task Strengths_with_style_held_equal_are_the_golden_ones()
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read("medium");

        var board = await @case.ReadAsync(@case.Write("golden.csv", golden.Lines), "--style");

        var expected = golden.Expected.GetProperty("style");
        Equal(expected.GetProperty("log_likelihood"), board.GetProperty("log_likelihood"));
        var models = ImportCase.ByName(board);
        foreach (var row in expected.GetProperty("models").EnumerateArray())
        foreach (var number in new[] { "rating", "lower", "upper" })
            Equal(row.GetProperty(number), models[row.GetProperty("model").GetString()!].GetProperty(number));
        var covariates = expected.GetProperty("covariates").EnumerateArray().Zip(board.GetProperty("style").EnumerateArray()).ToList();
        Assert.Equal(4, covariates.Count);
        foreach (var (row, covariate) in covariates)
        {
            Assert.Equal(row.GetProperty("covariate").GetString(), covariate.GetProperty("covariate").GetString());
            foreach (var number in new[] { "root_mean_square", "beta", "points_per_unit", "se_points" })
                Equal(row.GetProperty(number), covariate.GetProperty(number));
        }
    }

    [Fact]
    public async Task The_judgement_of_the_ratings_is_the_golden_one()
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Read("medium");
        var file = @case.Write("golden.csv", golden.Lines);

        var judged = await @case.EvaluateAsync(file);

        var expected = golden.Expected.GetProperty("judging");
        Assert.Equal(316, judged.GetProperty("training_battles").GetInt32());
        Assert.Equal(79, judged.GetProperty("held_out_battles").GetInt32());
        Assert.Equal(4, judged.GetProperty("left_out").GetInt32());
        foreach (var system in new[] { "bradley_terry", "elo" })
        {
            Equal(expected.GetProperty(system).GetProperty("log_loss"), judged.GetProperty(system).GetProperty("log_loss"));
            Equal(expected.GetProperty(system).GetProperty("brier"), judged.GetProperty(system).GetProperty("brier"));
            foreach (var (row, bin) in expected.GetProperty(system).GetProperty("calibration").EnumerateArray()
                .Zip(judged.GetProperty(system).GetProperty("calibration").EnumerateArray()))
            {
                Assert.Equal(row.GetProperty("ballots").GetInt32(), bin.GetProperty("ballots").GetInt32());
                if (row.GetProperty("observed").ValueKind == JsonValueKind.Null)
                    Assert.Equal(JsonValueKind.Null, bin.GetProperty("observed").ValueKind);
                else
                    Equal(row.GetProperty("observed"), bin.GetProperty("observed"));
            }
        }
    }

    private static string Text(JsonElement settings, string name) => settings.GetProperty(name).ToString();

    // Twelve significant digits are printed, so a correct number is off by at most 5e-12 of itself.
    private static void Equal(JsonElement expected, JsonElement actual)
    {
        var value = expected.GetDouble();
        Assert.True(
            Math.Abs(value - actual.GetDouble()) <= 1e-11 * Math.Max(1, Math.Abs(value)),
            string.Create(CultureInfo.InvariantCulture, $"{actual.GetDouble():R} is not {value:R}"));
    }
}
