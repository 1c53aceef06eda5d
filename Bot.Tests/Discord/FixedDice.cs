namespace Bot.Tests.Discord;

/// <summary>Dice that always fall the same way.</summary>
internal sealed class FixedDice(double next) : Random
{
    public override double NextDouble() => next;
}
