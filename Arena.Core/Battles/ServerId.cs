namespace Arena.Core.Battles;

/// <summary>A Discord server (guild).</summary>
public readonly record struct ServerId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
