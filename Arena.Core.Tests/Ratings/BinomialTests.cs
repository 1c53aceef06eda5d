using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

public sealed class BinomialTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(12, 0.3)]
    [InlineData(400, 0.02)]
    [InlineData(25, 0.41)]      // by rejection from here
    [InlineData(100, 0.5)]
    [InlineData(150, 0.9)]
    [InlineData(1_000_000, 0.00007)]
    [InlineData(3_000, 0.2)]
    public void Numbers_come_as_often_as_their_chance_says(int trials, double p)
    {
        var random = new RandomStream(2026, (ulong)trials);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < Draws; i++)
        {
            var k = Binomial.Draw(ref random, trials, p);
            counts[k] = counts.GetValueOrDefault(k) + 1;
        }

        Assert.All(counts.Keys, k => Assert.InRange(k, 0, trials));
        // Pearson's X² over numbers that are expected at least ten times; the others together are one more cell.
        var (squares, cells, restExpected, restSeen) = (0.0, 0, (double)Draws, (double)Draws);
        for (var k = 0; k <= Math.Min(trials, 5_000); k++)
        {
            var expected = Draws * Math.Exp(LogChance(trials, p, k));
            if (expected < 10)
                continue;
            var seen = counts.GetValueOrDefault(k);
            squares += (seen - expected) * (seen - expected) / expected;
            (restExpected, restSeen, cells) = (restExpected - expected, restSeen - seen, cells + 1);
        }

        if (restExpected > 1)
            squares += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
        // X² has mean and half its variance at the number of cells less one: four standard deviations.
        Assert.True(squares < cells + 4 * Math.Sqrt(2.0 * cells), $"X² is {squares:0.0} over {cells} cells.");
    }

    [Theory, InlineData(0, 0.5, 0), InlineData(7, 0.0, 0), InlineData(7, 1.0, 7)]
    public void What_is_certain_is_not_left_to_chance(int trials, double p, int successes)
    {
        var random = new RandomStream(1, 1);
        Assert.Equal(successes, Binomial.Draw(ref random, trials, p));
    }

    [Fact]
    public void An_index_comes_up_as_often_as_any_other()
    {
        var random = new RandomStream(7, 0);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[random.NextIndex(7)]++;
        // 10,000 each, with a standard deviation of 93.
        Assert.All(counts, c => Assert.InRange(c, 9_600, 10_400));
    }

    private static double LogChance(int n, double p, int k) =>
        LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k) + k * Math.Log(p) + (n - k) * Math.Log(1 - p);

    private static double LogFactorial(int n)
    {
        if (n < 30)
            return Enumerable.Range(1, n).Sum(k => Math.Log(k));
        double x = n;
        return (x + 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * Math.Pow(x, 5));
    }
}
