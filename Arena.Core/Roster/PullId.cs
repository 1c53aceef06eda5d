namespace Arena.Core.Roster;

/// <summary>A pull. Numbered from 1 in the order in which pulls were asked for.</summary>
public readonly record struct PullId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
