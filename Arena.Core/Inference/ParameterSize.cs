using System.Globalization;

namespace Arena.Core.Inference;

/// <summary>Ollama's way of writing a parameter count: <c>335K</c>, <c>494.03M</c>, <c>7.6B</c>, <c>1.1T</c>.</summary>
public static class ParameterSize
{
    /// <summary>In billions: <c>7.6B</c> is 7.6, <c>494.03M</c> is 0.494. Null for what is not such a size.</summary>
    public static double? InBillions(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;

        // Divided, not multiplied by 0.001: 494 / 1000 is the nearest double to 0.494.
        var (digits, billion) = char.ToUpperInvariant(trimmed[^1]) switch
        {
            'T' => (trimmed[..^1], 0.001),
            'B' => (trimmed[..^1], 1.0),
            'M' => (trimmed[..^1], 1e3),
            'K' => (trimmed[..^1], 1e6),
            _ => (trimmed, 1e9),
        };
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
            ? Math.Round(value / billion, value / billion < 0.01 ? 9 : 3)
            : null;
    }
}
