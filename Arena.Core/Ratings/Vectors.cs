using System.Numerics;
using System.Runtime.InteropServices;

namespace Arena.Core.Ratings;

/// <summary>The two inner loops of all linear algebra here, several numbers at a time.</summary>
internal static class Vectors
{
    /// <summary><c>Σ x_i y_i</c>. Both have the same length.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var wideX = MemoryMarshal.Cast<double, Vector<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector<double>>(y)[..wideX.Length];
        // Several sums at once, or each addition would wait for the one before.
        var (sum0, sum1, sum2, sum3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i + 3 < wideX.Length; i += 4)
        {
            sum0 += wideX[i] * wideY[i];
            sum1 += wideX[i + 1] * wideY[i + 1];
            sum2 += wideX[i + 2] * wideY[i + 2];
            sum3 += wideX[i + 3] * wideY[i + 3];
        }

        for (; i < wideX.Length; i++)
            sum0 += wideX[i] * wideY[i];
        var sum = Vector.Sum(sum0 + sum1 + (sum2 + sum3));
        for (var rest = wideX.Length * Vector<double>.Count; rest < x.Length; rest++)
            sum += x[rest] * y[rest];
        return sum;
    }

    /// <summary><c>y += factor × x</c>. Both have the same length.</summary>
    public static void AddScaled(Span<double> y, ReadOnlySpan<double> x, double factor)
    {
        var wideY = MemoryMarshal.Cast<double, Vector<double>>(y);
        var wideX = MemoryMarshal.Cast<double, Vector<double>>(x)[..wideY.Length];
        for (var i = 0; i < wideY.Length; i++)
            wideY[i] += wideX[i] * factor;
        for (var rest = wideY.Length * Vector<double>.Count; rest < y.Length; rest++)
            y[rest] += x[rest] * factor;
    }
}
