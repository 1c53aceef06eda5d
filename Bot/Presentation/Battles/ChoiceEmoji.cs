using Arena.Core.Battles;

namespace Bot.Presentation.Battles;

/// <summary>The four choices as people see them: reactions, or buttons where the ballot is secret.</summary>
internal static class ChoiceEmoji
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<Choice> All { get; } = [Choice.A, Choice.B, Choice.Tie, Choice.BothBad];

    public static string Of(Choice choice) => choice switch
    {
        Choice.A => "🇦",
        Choice.B => "🇧",
        Choice.Tie => "🤝",
        Choice.BothBad => "👎",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "No such choice."),
    };

    /// <summary>The choice in a word or two, as it follows its emoji.</summary>
    public static string Name(Choice choice) => choice switch
    {
        Choice.A => "A",
        Choice.B => "B",
        Choice.Tie => "tie",
        Choice.BothBad => "both bad",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "No such choice."),
    };

    /// <summary>Null for any other emoji. A thumb of another skin colour is another emoji to Discord, and no ballot.</summary>
    public static Choice? Parse(string emoji)
    {
        // Some clients send the emoji with, some without the selector that asks for a picture instead of a glyph.
        var bare = emoji.TrimEnd('\uFE0F', '\uFE0E');
        foreach (var choice in All)
        {
            if (string.Equals(bare, Of(choice), StringComparison.Ordinal))
                return choice;
        }

        return null;
    }
}
