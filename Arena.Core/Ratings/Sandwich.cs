namespace Arena.Core.Ratings;

/// <summary>
/// The covariance of the strengths after centring, <c>V = C H⁻¹ G H⁻¹ Cᵀ</c>, robust against ballots of one battle leaning the same
/// way: the score contributions in G are added up per battle before they are squared (Huber 1967, White 1980; clusters: Liang and
/// Zeger 1986). In units of θ².
/// </summary>
internal sealed class Sandwich
{
    private Sandwich(SquareMatrix variance, double[] dataOnly) => (Variance, DataOnly) = (variance, dataOnly);

    /// <summary>V.</summary>
    public SquareMatrix Variance { get; }

    /// <summary>The diagonal of V as it were without the scatter of the phantom games in G.</summary>
    public double[] DataOnly { get; }

    /// <param name="pairs">What was maximised.</param>
    /// <param name="theta">The maximum, before centring.</param>
    /// <param name="centre">By model: whether the mean that is subtracted is taken over it.</param>
    public static Sandwich At(WeightedPairs pairs, ReadOnlySpan<double> theta, ReadOnlySpan<bool> centre)
    {
        var bread = Centred(new Cholesky(pairs.Curvature(theta)).Inverse(), centre);
        var half = Product(bread, pairs.Scatter(theta));
        var dataOnly = new double[pairs.ModelCount];
        for (var i = 0; i < dataOnly.Length; i++)
            dataOnly[i] = Vectors.Dot(half.Row(i), bread.Row(i));

        for (var k = 0; k < dataOnly.Length; k++)
        {
            var phantom = pairs.PhantomScatter(theta[k]);
            for (var i = 0; i < dataOnly.Length; i++)
                half[i, k] += bread[i, k] * phantom;
        }

        return new Sandwich(ProductWithTransposed(half, bread), dataOnly);
    }

    /// <summary><c>C A</c>: from every row of a matrix, in place, the mean of the rows that the zero is set by.</summary>
    public static SquareMatrix Centred(SquareMatrix matrix, ReadOnlySpan<bool> centre)
    {
        var mean = new double[matrix.Size];
        var count = 0;
        for (var i = 0; i < matrix.Size; i++)
        {
            if (!centre[i])
                continue;
            Vectors.AddScaled(mean, matrix.Row(i), 1);
            count++;
        }

        for (var i = 0; i < matrix.Size; i++)
            Vectors.AddScaled(matrix.Row(i), mean, -1.0 / count);
        return matrix;
    }

    internal static SquareMatrix Product(SquareMatrix left, SquareMatrix right)
    {
        var product = new SquareMatrix(left.Size);
        for (var i = 0; i < left.Size; i++)
        for (var k = 0; k < left.Size; k++)
            Vectors.AddScaled(product.Row(i), right.Row(k), left[i, k]);
        return product;
    }

    // The result is known to be symmetric.
    internal static SquareMatrix ProductWithTransposed(SquareMatrix left, SquareMatrix right)
    {
        var product = new SquareMatrix(left.Size);
        for (var i = 0; i < left.Size; i++)
        for (var j = 0; j <= i; j++)
            product[i, j] = product[j, i] = Vectors.Dot(left.Row(i), right.Row(j));
        return product;
    }
}
