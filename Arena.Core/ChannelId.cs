namespace Arena.Core;

/// <summary>A channel, thread or forum post. A snowflake.</summary>
public readonly record struct ChannelId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
