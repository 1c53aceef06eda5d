namespace Arena.Core;

/// <summary>Discord's ids tell when what they name was made.</summary>
public static class Snowflake
{
    private const long Epoch = 1_420_070_400_000;               // the first second of 2015

    /// <summary>When it was made, to the millisecond.</summary>
    public static DateTimeOffset CreatedAt(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds(Epoch + (long)(id >> 22));

    /// <summary>The smallest id of a moment; 0 for those before 2015.</summary>
    public static ulong First(DateTimeOffset moment) => (ulong)Math.Max(0, moment.ToUnixTimeMilliseconds() - Epoch) << 22;
}
