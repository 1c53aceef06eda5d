using System.Globalization;

namespace Arena.Core.Storage;

/// <summary>How values stand in columns: instants as milliseconds since 1970 UTC, snowflakes as signed 64-bit numbers, enums by name.</summary>
internal static class Columns
{
    public static long ToColumn(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static long? ToColumn(this DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Instant(long column) => DateTimeOffset.FromUnixTimeMilliseconds(column);

    public static DateTimeOffset? Instant(long? column) => column is { } value ? Instant(value) : null;

    public static long ToColumn(this ServerId id) => unchecked((long)id.Value);

    public static long ToColumn(this ChannelId id) => unchecked((long)id.Value);

    public static long ToColumn(this MessageId id) => unchecked((long)id.Value);

    public static long ToColumn(this MemberId id) => unchecked((long)id.Value);

    public static ulong Snowflake(long column) => unchecked((ulong)column);

    public static T Parse<T>(string column) where T : struct, Enum =>
        Enum.TryParse<T>(column, out var value)
            ? value
            : throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"The database holds '{column}' where a {typeof(T).Name} belongs."));

    public static T? ParseOrNull<T>(string? column) where T : struct, Enum => column is null ? null : Parse<T>(column);
}
