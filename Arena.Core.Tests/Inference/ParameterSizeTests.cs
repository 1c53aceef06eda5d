using Arena.Core.Inference;

namespace Arena.Core.Tests.Inference;

public sealed class ParameterSizeTests
{
    [Theory]
    [InlineData("7.6B", 7.6)]
    [InlineData("494.03M", 0.494)]
    [InlineData("335K", 0.000335)]
    [InlineData("1.16M", 0.00116)]
    [InlineData("14.8b", 14.8)]
    [InlineData("1.1T", 1100)]
    [InlineData("7615616512", 7.616)]
    [InlineData(" 3.2B ", 3.2)]
    public void A_size_is_read_in_billions(string text, double billions) => Assert.Equal(billions, ParameterSize.InBillions(text)!.Value, 9);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("B")]
    [InlineData("-3B")]
    [InlineData("0B")]
    [InlineData("3,2B")]
    [InlineData("1e5B")]
    public void What_is_no_size_is_none(string? text) => Assert.Null(ParameterSize.InBillions(text));
}
