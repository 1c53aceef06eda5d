using System.Text.Json;

namespace Arena.Core.Tests.Ratings;

/// <summary>Compares with numbers printed to twelve significant digits.</summary>
internal static class GoldenNumbers
{
    /// <summary>Holds where the two differ by less than 1e-11 of the printed number, which rounding alone explains to 5e-12.</summary>
    public static void Equal(JsonElement expected, double? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual);
            return;
        }

        var value = expected.GetDouble();
        Assert.NotNull(actual);
        Assert.Equal(value, actual.Value, 1e-11 * Math.Abs(value));
    }
}
