namespace Arena.Core;

/// <summary>A Discord member (user). A snowflake.</summary>
public readonly record struct MemberId(ulong Value)
{
    private const long DiscordEpoch = 1_420_070_400_000;                     // the first second of 2015

    /// <summary>When the account was made, to the millisecond: ids begin with it.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(DiscordEpoch + (long)(Value >> 22));

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
