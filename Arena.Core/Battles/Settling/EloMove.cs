namespace Arena.Core.Battles.Settling;

/// <summary>A model's Elo before and after a battle, in one scope.</summary>
public sealed record EloMove(double Before, double After)
{
    public double Change => After - Before;
}
