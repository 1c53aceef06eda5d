namespace Arena.Core;

/// <summary>A message. A snowflake.</summary>
public readonly record struct MessageId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
