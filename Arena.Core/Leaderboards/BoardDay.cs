namespace Arena.Core.Leaderboards;

/// <summary>A UTC day, named by its first instant in milliseconds since 1970.</summary>
internal static class BoardDay
{
    public const long Milliseconds = 24 * 60 * 60 * 1000;

    /// <summary>The day of an instant.</summary>
    public static long Of(DateTimeOffset at) => Of(at.ToUnixTimeMilliseconds());

    /// <summary>The day of an instant in milliseconds since 1970.</summary>
    public static long Of(long at) => at - ((at % Milliseconds) + Milliseconds) % Milliseconds;

    /// <summary>The instant at which a day is over.</summary>
    public static DateTimeOffset End(long day) => DateTimeOffset.FromUnixTimeMilliseconds(day + Milliseconds);
}
