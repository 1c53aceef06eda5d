namespace Arena.Core.Battles;

/// <summary>A channel of a server, or a thread, which is a channel too.</summary>
public readonly record struct ChannelId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
