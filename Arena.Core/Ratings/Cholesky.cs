namespace Arena.Core.Ratings;

/// <summary>
/// <c>A = L Lᵀ</c> of a symmetric, positive definite matrix, and what it is good for: solving <c>A x = b</c> and inverting.
/// (Golub and Van Loan, Matrix Computations, section 4.2.)
/// </summary>
internal sealed class Cholesky
{
    // A pivot that rounding has eaten is set to this part of the largest diagonal, so that the direction is walked in small steps.
    private const double SmallestPivot = 1e-17;

    private readonly SquareMatrix _l;

    /// <param name="matrix">Its lower triangle is read and overwritten by L.</param>
    public Cholesky(SquareMatrix matrix)
    {
        _l = matrix;
        var largest = double.Epsilon;
        for (var i = 0; i < matrix.Size; i++)
            largest = Math.Max(largest, matrix[i, i]);

        for (var i = 0; i < matrix.Size; i++)
        {
            var row = matrix.Row(i);
            for (var j = 0; j < i; j++)
                row[j] = (row[j] - Vectors.Dot(row[..j], matrix.Row(j)[..j])) / matrix[j, j];
            row[i] = Math.Sqrt(Math.Max(row[i] - Vectors.Dot(row[..i], row[..i]), largest * SmallestPivot));
        }
    }

    /// <summary>Turns <c>b</c> into the <c>x</c> of <c>A x = b</c>.</summary>
    public void Solve(Span<double> b)
    {
        Forward(b, 0);
        for (var i = b.Length - 1; i >= 0; i--)
        {
            var row = _l.Row(i);
            b[i] /= row[i];
            Vectors.AddScaled(b[..i], row[..i], -b[i]);
        }
    }

    /// <summary><c>A⁻¹</c>, symmetric to the last bit.</summary>
    public SquareMatrix Inverse()
    {
        // A⁻¹ = L⁻ᵀ L⁻¹; the rows of L⁻ᵀ are L⁻¹ e_i, which begin with i zeros.
        var halves = new SquareMatrix(_l.Size);
        for (var i = 0; i < _l.Size; i++)
        {
            halves[i, i] = 1;
            Forward(halves.Row(i), i);
        }

        var inverse = new SquareMatrix(_l.Size);
        for (var i = 0; i < _l.Size; i++)
        for (var j = 0; j <= i; j++)
            inverse[i, j] = inverse[j, i] = Vectors.Dot(halves.Row(i)[i..], halves.Row(j)[i..]);
        return inverse;
    }

    // L y = b, where b is zero before `first`.
    private void Forward(Span<double> b, int first)
    {
        for (var i = first; i < b.Length; i++)
        {
            var row = _l.Row(i);
            b[i] = (b[i] - Vectors.Dot(row[first..i], b[first..i])) / row[i];
        }
    }
}
