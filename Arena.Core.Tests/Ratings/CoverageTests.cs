using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>Whether 95 % intervals hold the truth in 95 of 100 boards.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData(8, 50, 5, 1500)]
    [InlineData(8, 300, 30, 800)]
    [InlineData(12, 400, 1, 600)]
    [InlineData(14, 1000, 12, 300)]
    [InlineData(20, 200, 30, 500)]
    [InlineData(20, 2000, 10, 200)]
    public void The_interval_holds_the_true_strength_in_93_to_97_of_100(int models, int battles, int voters, int boards)
    {
        var (held, all) = (0, 0);
        for (var board = 0; board < boards; board++)
        {
            var made = new MadeUpBattles(1000 * models + board);
            var theta = made.Strengths(models, spread: 0.7);
            var table = ComparisonTable.Of(made.Battles(theta, battles, voters));
            var fit = BradleyTerry.Fit(table, new BradleyTerryOptions { ProvisionalBattles = 0 }, TestContext.Current.CancellationToken);
            var truth = fit.Models.Select(tag => theta[int.Parse(tag.AsSpan("model-".Length))]).ToList();
            var zero = truth.Average();
            for (var i = 0; i < truth.Count; i++)
            {
                var rating = BradleyTerryFit.RatingOf(truth[i] - zero);
                held += fit.Lower(i) <= rating && rating <= fit.Upper(i) ? 1 : 0;
                all++;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{100.0 * held / all:0.00} % of {all:N0} intervals hold the truth.");
        Assert.InRange((double)held / all, 0.93, 0.97);
    }
}
