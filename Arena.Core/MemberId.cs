namespace Arena.Core;

/// <summary>A Discord member (user). A snowflake.</summary>
public readonly record struct MemberId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
