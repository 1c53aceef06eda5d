using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(901, 1887, "1000,1500")]
    [InlineData(1000, 1000, "950,1000,1050")]
    [InlineData(-500, 500, "−500,0,500")]
    public void Ticks_are_round_numbers_inside_the_axis(double lowest, double highest, string labels)
    {
        var axis = Axis.Around(lowest, highest, leastSpan: 100, intervals: 5);
        Assert.Equal(labels.Split(','), axis.Ticks.Select(axis.Label));
        Assert.All(axis.Ticks, t => Assert.InRange(axis.Share(t), 0, 1));
        Assert.InRange(axis.Share(lowest), 0, 1);
        Assert.InRange(axis.Share(highest), 0, 1);
    }

    [Fact]
    public void What_has_a_zero_starts_there()
    {
        var axis = Axis.Around(0.4, 0.72, leastSpan: 0.25, intervals: 4, fromZero: true);
        Assert.Equal(0, axis.Low);
        Assert.Equal(["0.0", "0.2", "0.4", "0.6"], axis.Ticks.Select(axis.Label));
    }
}
