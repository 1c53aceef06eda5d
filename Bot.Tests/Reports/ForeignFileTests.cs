using System.Globalization;
using System.Text.Json;

namespace Bot.Tests.Reports;

/// <summary>Other tools' files, straight from where they lie, against those tools' own results.</summary>
public sealed class ForeignFileTests
{
    [Theory, InlineData("food"), InlineData("simple")]
    public async Task Evalicas_examples_give_evalicas_numbers(string set)
    {
        using var @case = new ImportCase();
        var golden = GoldenFile.Rows(ImportCase.Data("evalica"), $"{set}-golden.csv").ToLookup(row => row["algorithm"]);
        var file = ImportCase.Data("evalica", $"{set}.csv");

        var elo = ImportCase.ByName(await @case.ReadAsync(file, "--system", "elo", "--k", "4", "--no-size"));
        var fitted = ImportCase.ByName(await @case.ReadAsync(file, "--prior", "0", "--rho", "0", "--provisional", "0"));

        Assert.Equal(5, elo.Count);
        foreach (var row in golden["elo"])
            Assert.Equal(Score(row), Rating(elo[row["item"]]), 1e-9);
        var sum = fitted.Values.Sum(model => Strength(Rating(model)));
        foreach (var row in golden["bradley_terry"])
            Assert.Equal(Score(row), Strength(Rating(fitted[row["item"]])) / sum, 1e-9);

        static double Strength(double rating) => Math.Pow(10, (rating - 1000) / 400);
        static double Score(Dictionary<string, string> row) => double.Parse(row["score"], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_crowd_of_llmfao_gives_the_reference_ratings_and_their_errors()
    {
        using var @case = new ImportCase();
        var file = ImportCase.Data("llmfao", "crowd-comparisons.csv");
        // No name of a model has a comma in it there.
        var reference = GoldenFile.Rows(ImportCase.Data("llmfao"), "reference-crowd.csv").ToDictionary(row => row["model"]);

        var elo = ImportCase.ByName(await @case.ReadAsync(file, "--system", "elo", "--k", "4", "--start", "1000", "--no-size"));
        var board = await @case.ReadAsync(file, "--prior", "0", "--provisional", "0");
        var fitted = ImportCase.ByName(board);

        Assert.Equal(59, fitted.Count);
        Assert.Equal(-5743.381724, board.GetProperty("log_likelihood").GetDouble(), 1e-6);
        foreach (var (model, row) in reference)
        {
            Assert.Equal(Number(row["elo_k4"]), Rating(elo[model]), 1e-6);
            Assert.Equal(Number(row["bt"]), Rating(fitted[model]), 1e-6);
            Assert.Equal(Number(row["se_sandwich"]), (fitted[model].GetProperty("upper").GetDouble() - Rating(fitted[model])) / 1.959963984540054, 1e-6);
            Assert.Equal(row["games"], fitted[model].GetProperty("battles").ToString());
            Assert.Equal(row["wins"], fitted[model].GetProperty("wins").ToString());
        }

        Assert.Contains("Passed over, not known: id, prompt, model_x, model_y, worker.", @case.Errors, StringComparison.Ordinal);

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static double Rating(JsonElement model) => model.GetProperty("rating").GetDouble();
}
