namespace Arena.Core.Ratings;

/// <summary>A square matrix of zeros to begin with, row after row.</summary>
internal sealed class SquareMatrix(int size)
{
    private readonly double[] _cells = new double[size * size];

    /// <summary>Rows, and columns.</summary>
    public int Size => size;

    public ref double this[int row, int column] => ref _cells[row * size + column];

    /// <summary>One row; writing to it writes to the matrix.</summary>
    public Span<double> Row(int row) => _cells.AsSpan(row * size, size);

    /// <summary>Rows for columns.</summary>
    public SquareMatrix Transposed()
    {
        var transposed = new SquareMatrix(size);
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
            transposed[j, i] = this[i, j];
        return transposed;
    }
}
