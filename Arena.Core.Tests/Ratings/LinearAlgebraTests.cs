using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>What the fit stands on: logistic function, Cholesky factors, percentiles.</summary>
public sealed class LinearAlgebraTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(7), InlineData(33), InlineData(64)]
    public void A_factored_matrix_solves_and_inverts(int size)
    {
        var random = new Random(size);
        var factor = Enumerable.Range(0, size * size).Select(_ => random.NextDouble() - 0.5).ToArray();
        var (matrix, factored) = (new SquareMatrix(size), new SquareMatrix(size));
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
        {
            var cell = (i == j ? 0.1 : 0) + Enumerable.Range(0, size).Sum(k => factor[i * size + k] * factor[j * size + k]);
            matrix[i, j] = factored[i, j] = cell;
        }

        var cholesky = new Cholesky(factored);
        var x = Enumerable.Range(0, size).Select(i => Math.Sin(i + 1)).ToArray();
        var b = new double[size];
        for (var i = 0; i < size; i++)
            b[i] = Vectors.Dot(matrix.Row(i), x);
        cholesky.Solve(b);
        for (var i = 0; i < size; i++)
            Assert.Equal(x[i], b[i], 1e-9);

        var inverse = cholesky.Inverse();
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
            Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, size).Sum(k => matrix[i, k] * inverse[k, j]), 1e-8);
    }

    [Theory]
    [InlineData(0, -0.69314718055994531)]
    [InlineData(1, -0.31326168751822286)]
    [InlineData(-1, -1.3132616875182228)]
    [InlineData(40, -4.2483542552915889e-18)]
    [InlineData(-800, -800)]
    [InlineData(800, 0)]
    public void The_logarithm_of_a_chance_is_exact_far_out(double x, double log)
    {
        Assert.Equal(log, Logistic.LogSigma(x), 1e-15 * Math.Abs(log));
        Assert.Equal(Math.Exp(log), Logistic.Sigma(x), 1e-15);
    }

    [Fact]
    public void A_percentile_between_two_values_is_interpolated()
    {
        double[] sorted = [1, 2, 4, 8];
        Assert.Equal(1, Percentile.OfSorted(sorted, 0));
        Assert.Equal(3, Percentile.OfSorted(sorted, 0.5));
        Assert.Equal(8, Percentile.OfSorted(sorted, 1));
        Assert.Equal(5, Percentile.OfSorted([5], 0.3));
        Assert.Throws<ArgumentException>(() => Percentile.OfSorted([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.OfSorted(sorted, 1.1));
    }

    [Fact]
    public void Parts_that_lead_into_each_other_one_way_only_are_apart()
    {
        // 0 ⇄ 1 → 2 ⇄ 3 ⇄ 4, and 5 alone.
        var parts = new StrongComponents(6, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 2)]);
        Assert.False(parts.IsConnected);
        Assert.Equal([0, 1, 5], parts.OutsideLargest());
        Assert.True(new StrongComponents(3, [(0, 1), (1, 2), (2, 0)]).IsConnected);
        Assert.True(new StrongComponents(0, []).IsConnected);
    }
}
