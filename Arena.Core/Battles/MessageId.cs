namespace Arena.Core.Battles;

/// <summary>A message in a channel.</summary>
public readonly record struct MessageId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
