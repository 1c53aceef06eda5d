using System.Text.Json;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Tests.Ratings;

namespace Arena.Core.Tests.Leaderboards;

public sealed class PairMatricesTests
{
    [Fact]
    public void Actual_shares_count_every_ballot_once_and_a_tie_half()
    {
        var sums = Sums(("owl", "fox", new Tally(2, 1, 1, 0)), ("fox", "owl", new Tally(0, 1, 0, 1)));

        var matrix = Of(PairMatrixKind.ActualWinRate, sums, "owl", "fox", "yak");

        // 2 + ½ of four, then 1 + ½ of two.
        Assert.Equal([null, 4.0 / 6, null], matrix.Cells[0]);
        Assert.Equal([2.0 / 6, null, null], matrix.Cells[1]);
        Assert.Equal([null, null, null], matrix.Cells[2]);
    }

    [Fact]
    public void Battles_are_counted_from_both_sides_and_pairs_that_never_met_stay_empty()
    {
        var sums = Sums(("owl", "fox", new Tally(2, 1, 1, 0)), ("fox", "owl", new Tally(0, 1, 0, 1)), ("owl", "fox", default));

        var matrix = Of(PairMatrixKind.Battles, sums, "owl", "fox", "yak");

        Assert.Equal([null, 2, null], matrix.Cells[0]);
        Assert.Equal([2, null, null], matrix.Cells[1]);
    }

    [Fact]
    public void Predictions_are_there_for_pairs_that_never_met()
    {
        var sums = Sums(("owl", "fox", new Tally(3, 0, 0, 0)), ("fox", "yak", new Tally(3, 0, 0, 0)));
        var fit = BradleyTerry.Fit(sums, new BradleyTerryOptions(), TestContext.Current.CancellationToken);

        var matrix = Of(PairMatrixKind.PredictedWinRate, sums, "owl", "fox", "yak");

        var expected = 1 / (1 + Math.Exp(fit.Theta(fit.NumberOf("yak")!.Value) - fit.Theta(fit.NumberOf("owl")!.Value)));
        Assert.Equal(expected, matrix.Cells[0][2]!.Value, 12);
        Assert.True(expected > matrix.Cells[0][1]);
        Assert.Equal(1, matrix.Cells[0][2]!.Value + matrix.Cells[2][0]!.Value, 12);
        Assert.All(matrix.Models.Select((_, i) => matrix.Cells[i][i]), cell => Assert.Null(cell));
    }

    [Fact]
    public void The_first_fifteen_models_of_the_board_are_shown_in_its_order()
    {
        var tags = Enumerable.Range(0, 20).Select(i => $"m{i:00}").ToArray();
        var sums = Sums([.. tags.Zip(tags.Skip(1), (better, worse) => (better, worse, new Tally(2, 1, 0, 0)))]);

        var matrix = Of(PairMatrixKind.Battles, sums, tags);

        Assert.Equal(tags.Take(15), matrix.Models.Select(model => model.Model.Tag));
        Assert.Equal(20, matrix.OfModels);
        Assert.Equal(15, matrix.Cells.Count);
        Assert.All(matrix.Cells, row => Assert.Equal(15, row.Count));
    }

    [Fact]
    public void A_board_without_models_is_a_matrix_without_rows()
    {
        var matrix = Of(PairMatrixKind.ActualWinRate, new PairSums(0.3));

        Assert.Empty(matrix.Models);
        Assert.Empty(matrix.Cells);
    }

    [Theory]
    [InlineData("small", PairMatrixKind.ActualWinRate, "actual")]
    [InlineData("small", PairMatrixKind.PredictedWinRate, "predicted")]
    [InlineData("small", PairMatrixKind.Battles, "battles")]
    [InlineData("medium", PairMatrixKind.ActualWinRate, "actual")]
    [InlineData("medium", PairMatrixKind.PredictedWinRate, "predicted")]
    [InlineData("medium", PairMatrixKind.Battles, "battles")]
    public void The_golden_matrices_come_out(string set, PairMatrixKind kind, string name)
    {
        var golden = GoldenSet.Read(set);
        var matrices = golden.Expected.GetProperty("matrices");
        var tags = matrices.GetProperty("models").EnumerateArray().Select(tag => tag.GetString()!).ToArray();
        var sums = new PairSums(0.3);
        foreach (var battle in golden.Comparisons)
            sums.Add(battle);

        var matrix = Of(kind, sums, tags);

        AssertGolden(golden, kind, name, matrix);
    }

    [Fact]
    public async Task A_matrix_is_read_from_the_battles_of_its_scope()
    {
        await using var arena = await BallotedArena.OpenAsync("owl", "fox", "yak");
        await arena.BattleAsync("owl", "fox", [(1, "A"), (2, "A"), (3, "Tie")], category: "coding");
        await arena.BattleAsync("fox", "yak", [(1, "A"), (2, "-B")], server: 2);

        var everywhere = await ReadAsync(arena, PairMatrixKind.ActualWinRate, Scope.Everywhere);
        Assert.Equal(["owl", "fox", "yak"], everywhere.Models.Select(model => model.Model.Tag));
        Assert.Equal([null, 2.5 / 3, null], everywhere.Cells[0]);
        Assert.Equal([null, 0, null], everywhere.Cells[2]);
        Assert.Equal((3, 2, Boards.Noon.AddMinutes(2)), (everywhere.OfModels, everywhere.Battles, everywhere.AsOf));

        var coding = await ReadAsync(arena, PairMatrixKind.Battles, new Scope(new ServerId(1), "coding"));
        Assert.Equal([[null, 1], [1, null]], coding.Cells);

        var nothing = await ReadAsync(arena, PairMatrixKind.PredictedWinRate, new Scope(null, "math"));
        Assert.Empty(nothing.Models);
        Assert.Null(nothing.AsOf);
    }

    [Theory]
    [InlineData(PairMatrixKind.ActualWinRate, "actual")]
    [InlineData(PairMatrixKind.PredictedWinRate, "predicted")]
    [InlineData(PairMatrixKind.Battles, "battles")]
    public async Task The_golden_matrices_come_out_of_a_database(PairMatrixKind kind, string name)
    {
        var golden = GoldenSet.Read("medium");
        await using var arena = await RatedArena.OfAsync(golden);

        var matrix = await arena.Charts.PairMatrixAsync(kind, Scope.Everywhere, TestContext.Current.CancellationToken);

        AssertGolden(golden, kind, name, matrix);
    }

    private static Task<PairMatrix> ReadAsync(BallotedArena arena, PairMatrixKind kind, Scope scope) =>
        arena.Charts.PairMatrixAsync(kind, scope, TestContext.Current.CancellationToken);

    private static void AssertGolden(GoldenSet golden, PairMatrixKind kind, string name, PairMatrix matrix)
    {
        var matrices = golden.Expected.GetProperty("matrices");
        var tags = matrices.GetProperty("models").EnumerateArray().Select(tag => tag.GetString()).ToList();
        Assert.Equal(tags.Order(StringComparer.Ordinal), matrix.Models.Select(model => model.Model.Tag).Order(StringComparer.Ordinal));
        for (var row = 0; row < tags.Count; row++)
        for (var column = 0; column < tags.Count; column++)
        {
            var (a, b) = (tags.IndexOf(matrix.Models[row].Model.Tag), tags.IndexOf(matrix.Models[column].Model.Tag));
            AssertCell(kind, matrices.GetProperty(name)[a][b], matrix.Cells[row][column], row == column, $"{tags[a]} against {tags[b]}");
        }
    }

    private static void AssertCell(PairMatrixKind kind, JsonElement expected, double? actual, bool isDiagonal, string pair)
    {
        // The golden file writes 0 where a pair has fought no battle, and predicts a model against itself.
        if (isDiagonal || expected.ValueKind == JsonValueKind.Null || (kind == PairMatrixKind.Battles && expected.GetDouble() == 0))
            Assert.True(actual is null, pair);
        else
            Assert.True(Math.Abs(expected.GetDouble() - actual!.Value) < 1e-9, $"{pair}: {expected} and {actual}");
    }

    private static PairSums Sums(params (string A, string B, Tally Tally)[] battles)
    {
        var sums = new PairSums(0.3);
        foreach (var (a, b, tally) in battles)
            sums.Add(new Comparison(1, Boards.Noon, a, b, tally, null, null, null));
        return sums;
    }

    private static PairMatrix Of(PairMatrixKind kind, PairSums sums, params string[] order)
    {
        var rows = order.Select((tag, i) => new Standing(i + 1, Boards.Model(tag), tag, 1000, null, sums.RecordOf(tag))).ToList();
        var board = new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, rows, sums.Battles, (int)sums.Ballots, Boards.Noon, false, 10);
        return PairMatrices.Of(kind, board, sums, BradleyTerry.Fit(sums, new BradleyTerryOptions(), TestContext.Current.CancellationToken));
    }
}
