using System.Globalization;
using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class WinRatesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData("small"), InlineData("medium")]
    public void The_tables_of_pairs_are_the_golden_ones(string set)
    {
        var golden = GoldenSet.Read(set);
        var matrices = golden.Expected.GetProperty("matrices");
        var models = matrices.GetProperty("models").EnumerateArray().Select(m => m.GetString()!).ToList();
        var options = new BradleyTerryOptions { ProvisionalBattles = set == "small" ? 0 : 10 };
        var sums = new PairSums(options.Rho);
        sums.Add(ComparisonTable.Of(golden.Comparisons));

        Same(matrices.GetProperty("battles"), models.Count, WinRates.Battles(sums, models), (e, a) => Assert.Equal(e.GetInt32(), a));
        Same(matrices.GetProperty("ballots"), models.Count, WinRates.Ballots(sums, models), (e, a) => Assert.Equal(e.GetInt32(), a));
        Same(matrices.GetProperty("actual"), models.Count, WinRates.Actual(sums, models), GoldenNumbers.Equal);
        Same(matrices.GetProperty("predicted"), models.Count, WinRates.Predicted(BradleyTerry.Fit(sums, options, Token), models), GoldenNumbers.Equal);
    }

    [Theory, InlineData("food"), InlineData("simple")]
    public void The_mean_over_the_opponents_met_is_evalicas_average_win_rate(string set)
    {
        var folder = Folder();
        var sums = new PairSums(0);
        foreach (var (row, i) in File.ReadAllLines(Path.Combine(folder, $"{set}.csv")).Skip(1).Select((line, i) => (line.Split(','), i)))
        {
            var tally = row[2] switch { "left" => new Tally(1, 0, 0, 0), "right" => new Tally(0, 1, 0, 0), _ => new Tally(0, 0, 1, 0) };
            sums.Add(new Comparison(i, default, row[0], row[1], tally, null, null, null));
        }

        var rates = WinRates.Actual(sums, sums.Models);
        var expected = File.ReadAllLines(Path.Combine(folder, $"{set}-golden.csv")).Select(line => line.Split(','))
            .Where(row => row[0] == "average_win_rate").ToDictionary(row => row[1], row => double.Parse(row[2], CultureInfo.InvariantCulture));

        Assert.Equal(5, expected.Count);
        Assert.Equal(expected.Keys.Order(), sums.Models.Order());
        for (var i = 0; i < sums.Models.Count; i++)
            Assert.Equal(expected[sums.Models[i]], Enumerable.Range(0, sums.Models.Count).Average(j => rates[i, j])!.Value, 1e-14);
    }

    [Fact]
    public void A_stranger_met_nobody_and_nothing_is_predicted_of_it()
    {
        var sums = new PairSums(0.3);
        sums.Add(new Comparison(1, default, "ant", "bee", new Tally(3, 1, 2, 2), null, null, null));
        string[] models = ["new", "bee", "ant"];

        Assert.Equal(new double?[,] { { null, null, null }, { null, null, 0.375 }, { null, 0.625, null } }, WinRates.Actual(sums, models));
        Assert.Equal(new[,] { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 1, 0 } }, WinRates.Battles(sums, models));
        Assert.Equal(new[,] { { 0, 0, 0 }, { 0, 0, 8 }, { 0, 8, 0 } }, WinRates.Ballots(sums, models));
        var predicted = WinRates.Predicted(BradleyTerry.Fit(sums, new BradleyTerryOptions(), Token), models);
        Assert.Null(predicted[0, 1]);
        Assert.Null(predicted[2, 0]);
        Assert.Null(predicted[1, 1]);
        Assert.InRange(predicted[2, 1]!.Value, 0.5, 0.625);
        Assert.Equal(1, (predicted[2, 1] + predicted[1, 2])!.Value, 1e-15);
    }

    private static void Same<T>(JsonElement expected, int size, T[,] actual, Action<JsonElement, T> same)
    {
        Assert.Equal((size, size), (actual.GetLength(0), actual.GetLength(1)));
        Assert.Equal(size, expected.GetArrayLength());
        foreach (var (row, i) in expected.EnumerateArray().Select((row, i) => (row, i)))
        foreach (var (cell, j) in row.EnumerateArray().Select((cell, j) => (cell, j)))
            same(cell, actual[i, j]);
    }

    private static string Folder()
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        if (string.IsNullOrEmpty(data))
            Assert.Skip("ARENA_TEST_DATA is not set: the comparison sets are in its folder evalica.");
        return Path.Combine(data, "evalica");
    }
}
