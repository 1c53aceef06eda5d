namespace Arena.Core.Battles;

/// <summary>A battle. Numbered from 1 in the order in which battles were asked for.</summary>
public readonly record struct BattleId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
