using Arena.Core.Integrity;

namespace Arena.Core.Tests.Integrity;

public sealed class ExactTailsTests
{
    [Fact]
    public void Fishers_tea_tasting_lady()
    {
        Assert.Equal(1.0 / 70, Math.Exp(ExactTails.Hypergeometric(8, 4, 4, 4)), 12);
        Assert.Equal(17.0 / 70, Math.Exp(ExactTails.Hypergeometric(8, 4, 4, 3)), 12);
        Assert.Equal(1.0, Math.Exp(ExactTails.Hypergeometric(8, 4, 4, 0)), 12);
        Assert.Equal(double.NegativeInfinity, ExactTails.Hypergeometric(8, 2, 4, 3));
    }

    [Fact]
    public void Coins()
    {
        Assert.Equal(11.0 / 1024, ExactTails.Binomial(10, 0.5, 9), 12);
        Assert.Equal(Math.Log(11.0 / 1024), ExactTails.PoissonBinomial([.. Enumerable.Repeat(0.5, 10)], 9), 10);
        Assert.Equal(Math.Log(0.02), ExactTails.PoissonBinomial([0.2, 0.1], 2), 10);
    }

    [Fact]
    public void What_no_number_can_hold_has_a_logarithm() =>
        Assert.InRange(ExactTails.Hypergeometric(10_000, 2_000, 2_000, 2_000), -6_000, -4_000);
}
