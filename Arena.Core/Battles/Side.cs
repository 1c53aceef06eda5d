namespace Arena.Core.Battles;

/// <summary>Where a model stands in a battle. Which model stands where is a fair coin.</summary>
public enum Side
{
    A,
    B,
}
