namespace Arena.Core;

/// <summary>A Discord server (guild). A snowflake.</summary>
public readonly record struct ServerId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
