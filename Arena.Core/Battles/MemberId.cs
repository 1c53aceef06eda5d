namespace Arena.Core.Battles;

/// <summary>A Discord account, wherever it is a member.</summary>
public readonly record struct MemberId(ulong Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
