namespace Arena.Core.Integrity;

/// <summary>
/// What battles of one prompt weigh, so that nobody moves the ratings by asking the same again and again: together they never weigh
/// much more than a few. See docs/decisions/0008-repeated-prompts.md.
/// </summary>
internal static class RepeatedPrompts
{
    /// <summary>Battles of the same prompt that count in full.</summary>
    public const int InFull = 3;

    /// <summary>What a battle weighs, in (0, 1]: 1 up to the third, 3/k from then on.</summary>
    /// <param name="before">Battles of the same prompt on the same server that settled before it and count.</param>
    public static double Damping(int before) => before < InFull ? 1 : InFull / (before + 1.0);
}
