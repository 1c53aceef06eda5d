using System.Xml.Linq;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Tests.Leaderboards;

namespace Arena.Core.Tests.Charts;

public sealed class MatrixChartTests
{
    private static readonly Standings Three = Boards.Of(RatingSystem.BradleyTerry, 3);

    [Fact]
    public void Rows_and_columns_carry_the_same_numbers_and_cells_their_percent()
    {
        double?[][] rates = [[null, 0.571, 1], [0.429, null, null], [0, null, null]];
        var texts = Layout.Texts(MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.ActualWinRate, Three, (r, c) => rates[r][c]), ChartTheme.Dark));

        Assert.All(["1", "2", "3"], number => Assert.Equal(2, texts.Count(t => t == number)));
        Assert.All(["57", "43", "100", "0"], cell => Assert.Single(texts, cell));
        Assert.Contains("model0:1b", texts);
    }

    [Fact]
    public void Only_all_is_a_hundred_and_only_none_is_zero()
    {
        double?[][] rates = [[null, 0.9999, 1], [0.0001, null, 0.5], [0, 0.5, null]];
        var texts = Layout.Texts(MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.PredictedWinRate, Three, (r, c) => rates[r][c]), ChartTheme.Dark));
        Assert.Equal((1, 1, 1), (texts.Count(t => t == "99"), texts.Count(t => t == "100"), texts.Count(t => t == "0")));
    }

    [Fact]
    public void Who_never_met_has_an_empty_cell()
    {
        var none = Cells(Pictures.Matrix(PairMatrixKind.ActualWinRate, Three, (r, c) => r + c == 1 ? 0.5 : null));
        var all = Cells(Pictures.Matrix(PairMatrixKind.ActualWinRate, Three, (_, _) => 0.5));
        Assert.Equal((2, 6), (none.Count, all.Count));
    }

    [Fact]
    public void Above_half_leans_to_one_pole_below_to_the_other_and_half_to_none()
    {
        var poles = ChartTheme.Light.Poles;
        double?[][] rates = [[null, 1, 0.5], [0, null, 0.5], [0.5, 0.5, null]];
        var cells = Cells(Pictures.Matrix(PairMatrixKind.PredictedWinRate, Three, (r, c) => rates[r][c]), ChartTheme.Light);
        Assert.Equal([poles.High, poles.Middle, poles.Low, poles.Middle, poles.Middle, poles.Middle], cells);
    }

    [Theory]
    [InlineData(412, "412", "each cell: battles of the row against the column")]
    [InlineData(41_200, "41", "each cell: battles of the row against the column, in thousands")]
    [InlineData(41_200_000, "41", "each cell: battles of the row against the column, in millions")]
    public void Counts_that_do_not_fit_are_in_a_larger_unit_which_is_said(int most, string shown, string reading)
    {
        var board = Boards.Of(RatingSystem.BradleyTerry, 15);
        var texts = Layout.Texts(MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.Battles, board, (r, c) => r + c == 1 ? most : 2), ChartTheme.Dark));

        Assert.Equal(2, texts.Count(t => t == shown) - (shown.Length < 3 && int.Parse(shown, System.Globalization.CultureInfo.InvariantCulture) <= 15 ? 2 : 0));
        Assert.Contains(reading, texts);
        Assert.Equal(most > 999, texts.Contains("<1"));
    }

    [Fact]
    public void A_long_name_goes_on_in_a_second_line()
    {
        var style = new TextStyle(22, "");
        Assert.Equal(["phi4:14b"], MatrixNames.Lines("phi4:14b", 190, style));
        Assert.Equal(["qwen2.5:14b-", "instruct-q4"], MatrixNames.Lines("qwen2.5:14b-instruct-q4", 190, style));
        Assert.All(Pictures.HardNames, name =>
        {
            var lines = MatrixNames.Lines(DisplayText.Clean(name), 190, style);
            Assert.InRange(lines.Count, 1, 2);
            Assert.All(lines, line => Assert.InRange(style.Width(line), 0, 190));
        });
    }

    [Fact]
    public void A_matrix_of_the_top_says_of_how_many()
    {
        var chart = MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.Battles, Boards.Of(RatingSystem.BradleyTerry, 60), (_, _) => 3), ChartTheme.Dark);
        Assert.Contains(Layout.Texts(chart), t => t.StartsWith("15 of 60 models · ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_alternative_names_the_clearest_pair_and_the_closest()
    {
        double?[][] rates = [[null, 0.9, 0.52], [0.1, null, 0.3], [0.48, 0.7, null]];
        var chart = MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.ActualWinRate, Three, (r, c) => rates[r][c]), ChartTheme.Dark);
        Assert.Contains("Clearest: model0:1b against model1:2b, 90 %. Closest: model0:1b against model2:3b (flagged), 52 %.", chart.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_pairs_are_alike_the_text_alternative_names_no_clearest()
    {
        double?[][] one = [[null, 1, null], [0, null, null], [null, null, null]];
        double?[][] ties = [[null, 0.5, 0.5], [0.5, null, 0.5], [0.5, 0.5, null]];
        string Alt(double?[][] rates) => MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.ActualWinRate, Three, (r, c) => rates[r][c]), ChartTheme.Dark).AltText;

        Assert.Contains(". The only pair: model0:1b against model1:2b, 100 %. ", Alt(one), StringComparison.Ordinal);
        Assert.Contains(". Every pair at 50 %. ", Alt(ties), StringComparison.Ordinal);
        Assert.DoesNotContain("lose", Alt(one) + Alt(ties), StringComparison.Ordinal);
    }

    [Fact]
    public void One_model_alone_or_models_that_never_met_get_a_sentence()
    {
        var one = MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.ActualWinRate, Boards.Of(RatingSystem.BradleyTerry, 1), (_, _) => null), ChartTheme.Dark);
        var strangers = MatrixChart.Compose(Pictures.Matrix(PairMatrixKind.ActualWinRate, Three, (_, _) => null), ChartTheme.Dark);
        Layout.AssertTidy(one);
        Layout.AssertTidy(strangers);
        Assert.Contains("Only one model has fought here; a pair needs two.", Layout.Texts(one));
        Assert.Contains("None of these models have met yet.", Layout.Texts(strangers));
    }

    private static List<string> Cells(PairMatrix matrix, ChartTheme? theme = null) =>
        [.. XDocument.Parse(MatrixChart.Compose(matrix, theme ?? ChartTheme.Dark).Svg).Root!.Elements()
            .Where(e => e.Name.LocalName == "rect").Skip(1).Select(e => e.Attribute("fill")!.Value)];
}
