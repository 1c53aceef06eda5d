namespace Arena.Core.Battles;

/// <summary>Some of a battle's two sides.</summary>
[Flags]
public enum Sides
{
    None = 0,
    A = 1,
    B = 2,
    AB = A | B,
}
