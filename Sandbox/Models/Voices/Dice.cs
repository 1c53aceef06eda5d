namespace Sandbox.Models.Voices;

internal static class Dice
{
    public static T Pick<T>(this Random dice, params IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];

    /// <summary>So many different ones, in random order.</summary>
    public static IReadOnlyList<T> Some<T>(this Random dice, int count, params IReadOnlyList<T> choices)
    {
        var shuffled = choices.ToArray();
        dice.Shuffle(shuffled);
        return shuffled[..Math.Min(count, shuffled.Length)];
    }

    public static string Capital(this string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
