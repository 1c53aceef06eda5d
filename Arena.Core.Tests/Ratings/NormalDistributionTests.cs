using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class NormalDistributionTests
{
    // Computed with 40 decimal digits and rounded to 17.
    [Theory]
    [InlineData(-37, 5.7255712225245768e-300)]
    [InlineData(-20, 2.7536241186062337e-89)]
    [InlineData(-8, 6.2209605742717841e-16)]
    [InlineData(-3, 0.0013498980316300945)]
    [InlineData(-2.5, 0.0062096653257761352)]
    [InlineData(-2.4999, 0.0062114183749445897)]
    [InlineData(-1.959963984540054, 0.025000000000000011)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(-0.1, 0.46017216272297102)]
    [InlineData(-1e-9, 0.49999999960105772)]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(1.6448536269514722, 0.94999999999999995)]
    [InlineData(2.4999, 0.99378858162505541)]
    [InlineData(2.5, 0.99379033467422386)]
    [InlineData(4, 0.99996832875816688)]
    [InlineData(9, 1.0)]
    public void The_cumulative_probability_is_right_to_twelve_digits_in_the_middle_and_far_out(double x, double probability) =>
        Assert.Equal(probability, NormalDistribution.Cumulative(x), 1e-12 * probability);

    [Fact]
    public void The_two_tails_sum_to_one()
    {
        for (var x = -9.0; x <= 9; x += 0.01)
            Assert.Equal(1, NormalDistribution.Cumulative(x) + NormalDistribution.Cumulative(-x), 1e-15);
    }

    [Fact]
    public void It_never_falls_not_even_where_one_formula_hands_over_to_the_other()
    {
        var before = 0.0;
        for (var x = -40.0; x <= 10; x += 0.001)
        {
            var now = NormalDistribution.Cumulative(x);
            // Two neighbours may differ by rounding alone where the curve is flat.
            Assert.True(now >= before - 1e-15, $"It falls at {x}.");
            before = now;
        }
    }

    [Fact]
    public void Without_a_number_there_is_no_probability_and_infinity_is_certain()
    {
        Assert.Equal(double.NaN, NormalDistribution.Cumulative(double.NaN));
        Assert.Equal(0, NormalDistribution.Cumulative(double.NegativeInfinity));
        Assert.Equal(1, NormalDistribution.Cumulative(double.PositiveInfinity));
        Assert.Equal(0, NormalDistribution.Cumulative(-50));
    }
}
