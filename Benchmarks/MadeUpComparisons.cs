using Arena.Core.Ratings;

namespace Benchmarks;

/// <summary>Made-up comparisons of one ballot each, in order of settlement, between models whose strengths lie evenly over 600 points.</summary>
internal static class MadeUpComparisons
{
    private const double Ties = 0.15;

    public static ComparisonTable Rows(int comparisons, int models, int seed)
    {
        var random = new Random(seed);
        var table = new ComparisonTable(comparisons);
        for (var i = 0; i < models; i++)
            table.NumberOf(MadeUpModels.Tag(i));
        for (var i = 0; i < comparisons; i++)
        {
            var a = random.Next(models);
            var b = (a + random.Next(1, models)) % models;
            var expected = Elo.Expected(600.0 * a / models, 600.0 * b / models);
            var tally = random.NextDouble() < Ties ? new Tally(0, 0, 1, 0)
                : random.NextDouble() < expected ? new Tally(1, 0, 0, 0)
                : new Tally(0, 1, 0, 0);
            table.Add(new ComparisonRow(i, i * 1000L, a, b, tally, MadeUpModels.Size(a), MadeUpModels.Size(b), 14.5, 1));
        }

        return table;
    }
}
