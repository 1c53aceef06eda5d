using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;
using Bot.Presentation.Leaderboards;

namespace Bot.Tests.Presentation.Leaderboards;

public sealed class ChartTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] HostileNames =
    [
        new('W', 200), "```\n@everyone", "**bold** <@123>", "通义千问 2.5 指令微调版", "אלף-בית 7B", "a\u202Eb\u0007c\nd", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 60)),
        "z" + new string('\u0301', 300), "[a](https://evil.example)", "", "    ", "||x||", "Ñandú", "m", "e", "n",
    ];

    [Fact]
    public void A_matrix_tells_every_pair_once_and_leaves_out_those_that_never_met()
    {
        var matrix = Matrix(PairMatrixKind.ActualWinRate, ["owl", "fox", "yak"], (row, column) => (row, column) switch
        {
            (0, 1) => 0.625, (1, 0) => 0.375, (1, 2) => 0.004, (2, 1) => 0.996, _ => null,
        });

        Assert.Equal(
            "How much of a pair's ballots went to the first model, a tie being half.\n**owl** – fox 63 %\n**fox** – yak 0.4 %", MatrixText.Of(matrix));
    }

    [Fact]
    public void A_matrix_of_battles_counts_them()
    {
        var matrix = Matrix(PairMatrixKind.Battles, ["owl", "fox"], (row, column) => row == column ? null : 12_345) with { OfModels = 40 };

        Assert.Equal("How many battles each pair has fought. The top 2 of 40 models.\n**owl** – fox 12,345", MatrixText.Of(matrix));
    }

    [Theory]
    [InlineData(PairMatrixKind.ActualWinRate)]
    [InlineData(PairMatrixKind.PredictedWinRate)]
    [InlineData(PairMatrixKind.Battles)]
    public void Fifteen_models_with_any_names_fit_and_ping_nobody(PairMatrixKind kind)
    {
        var text = MatrixText.Of(Matrix(kind, HostileNames.Take(15), (row, column) => row == column ? null : kind == PairMatrixKind.Battles ? 999_999 : 0.996));

        Assert.InRange(text.Length, 100, ChartTables.Limit);
        Assert.DoesNotContain("@everyone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<@123>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("```", text, StringComparison.Ordinal);
        Assert.Equal(1 + 14, text.Split('\n').Length);
    }

    [Fact]
    public void Tables_of_any_names_fit_and_close_their_block_once()
    {
        var rows = HostileNames.Concat(HostileNames).Concat(HostileNames).Select(Standing).ToList();
        var board = new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, rows, 9, 9, Noon, false, 10);
        var histories = rows.Take(8).Select(row => new RatingSeries(row.Model, RatingSystem.Elo, Scope.Everywhere, [new RatingPoint(null, Noon, 1, 2)])).ToList();
        var counts = new BallotCounts(BallotProperty.Category, Scope.Everywhere, [.. HostileNames.Select(name => new BallotCount(name, 1_234_567, 999))], Noon);

        string[] texts = [.. Enumerable.Range(1, board.PageCount).Select(page => ChartTables.Records(board.Page(page))), ChartTables.Sizes(board), ChartTables.Histories(histories), ChartTables.Counts(counts)];

        foreach (var text in texts)
        {
            Assert.InRange(text.Length, 100, ChartTables.Limit);
            Assert.Equal(3, text.Split("```").Length);
            Assert.StartsWith("```\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sizes_are_in_order_and_say_who_is_left_out()
    {
        var rows = new[] { Row("big", 70), Row("small", 0.5), Row("secret", null), Row("zero", 0) };
        var board = new Standings(RatingSystem.Elo, Scope.Everywhere, rows, 9, 9, Noon, true, 10);

        Assert.Equal(
            "```\nmodel  size  rating  #\nsmall  0.5B    1000  1\nbig     70B    1000  1\n```\n2 models of unknown size are left out.", ChartTables.Sizes(board));
        Assert.Equal("1 model of unknown size is left out.", ChartTables.Sizes(board with { Rows = [rows[2]] }));
    }

    [Fact]
    public void Who_stands_above_what_its_size_would_give_is_told()
    {
        // Least squares: 1140 in the middle, 160 for each doubling.
        var rows = new[] { Row("a", 1), Row("b", 2), Row("c", 4) }.Zip([1000.0, 1100, 1320], (row, rating) => row with { Rating = rating });
        var board = new Standings(RatingSystem.BradleyTerry, Scope.Everywhere, [.. rows], 9, 9, Noon, false, 10);

        Assert.Equal(
            "```\nmodel  size  rating  #  for its size\na        1B    1000  1           +20\nb        2B    1100  1           −40\nc        4B    1320  1           +20\n```",
            ChartTables.Sizes(board));
    }

    [Fact]
    public void A_history_adds_up_in_whole_points()
    {
        var model = Row("owl", 7).Model;
        RatingSeries Of(RatingSystem system, params double[] ratings) => new(model, system, Scope.Everywhere,
            [.. ratings.Zip(ratings.Skip(1), (before, after) => new RatingPoint(null, Noon, before, after))]);

        Assert.Contains("owl     1000  1001      +1", ChartTables.Histories([Of(RatingSystem.Elo, 1000.4, 900, 1000.6)]), StringComparison.Ordinal);
        Assert.Contains("owl    0.500  0.333  −0.167", ChartTables.Histories([Of(RatingSystem.Score, 0.5, 1.0 / 3)]), StringComparison.Ordinal);
        Assert.Contains("±0", ChartTables.Histories([Of(RatingSystem.Elo, 999.6, 1000.4)]), StringComparison.Ordinal);
        var firstDay = ChartTables.Histories([Of(RatingSystem.BradleyTerry, 1146, 1146)]);
        // As the picture does, from where all begin.
        Assert.Contains("owl     1000  1146    +146", firstDay, StringComparison.Ordinal);
        Assert.EndsWith("Elo and Score show every battle.", firstDay, StringComparison.Ordinal);
        Assert.EndsWith("```", ChartTables.Histories([Of(RatingSystem.BradleyTerry, 1146, 1146, 1150)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flagged_model_has_its_mark_in_every_table()
    {
        var row = Row("owl", 7);
        row = row with { Model = row.Model with { Status = ModelStatus.Flagged } };
        var board = new Standings(RatingSystem.Elo, Scope.Everywhere, [row, Row("fox", 3)], 9, 9, Noon, true, 10);
        var history = new RatingSeries(row.Model with { DisplayName = "owl" }, RatingSystem.Elo, Scope.Everywhere, [new RatingPoint(null, Noon, 1, 2)]);
        var matrix = Matrix(PairMatrixKind.Battles, ["owl", "fox"], (from, to) => from == to ? null : 3);

        Assert.All(
            [
                ChartTables.Records(board.Page(1)), ChartTables.Sizes(board), ChartTables.Histories([history]),
                MatrixText.Of(matrix with { Models = [row, matrix.Models[1]] }),
            ],
            text => Assert.Contains("⚑ owl", text, StringComparison.Ordinal));
        Assert.DoesNotContain("⚑ fox", ChartTables.Records(board.Page(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Languages_are_called_by_name()
    {
        var counts = new BallotCounts(BallotProperty.Language, Scope.Everywhere, [new("de", 3, 2), new("und", 2, 1), new("xx", 1, 1)], Noon);

        Assert.Equal(
            "```\nlanguage        ballots  share  battles\nGerman                3   50 %        2\nnot recognised        2   33 %        1\nxx                    1   17 %        1\n```",
            ChartTables.Counts(counts));
    }

    private static PairMatrix Matrix(PairMatrixKind kind, IEnumerable<string> names, Func<int, int, double?> cell)
    {
        var models = names.Select(Standing).ToList();
        IReadOnlyList<double?> Row(int row) => [.. models.Select((_, column) => cell(row, column))];
        return new PairMatrix(kind, Scope.Everywhere, models, [.. models.Select((_, row) => Row(row))], models.Count, 9, Noon);
    }

    private static Standing Standing(string name) => Row(name, 7);

    private static Standing Row(string name, double? size) => new(
        1, new Model(name, name, null, size, null, ModelKind.Instruct, [], ModelStatus.Active), name, 1000, null, new BattleRecord(1_234_567, 1_234_567, 1_234_567, 5_000_000));
}
