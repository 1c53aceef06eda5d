namespace Arena.Core.Charts;

/// <summary>The colours of a picture.</summary>
/// <param name="Background">Fills the picture: it looks the same on Discord's dark and light themes.</param>
/// <param name="Text">Names and numbers.</param>
/// <param name="Muted">What stands beside them.</param>
/// <param name="Faint">Grid lines.</param>
/// <param name="Accent">The dots of a board.</param>
/// <param name="Warning">The mark of a flagged model.</param>
/// <param name="Palette">
/// Eight colours for series, chosen so that any two stay apart with the common colour-vision deficiencies and each is
/// readable on the background.
/// </param>
public sealed record ChartTheme(
    string Background, string Text, string Muted, string Faint, string Accent, string Warning, IReadOnlyList<string> Palette)
{
    /// <summary>Light on dark, the default.</summary>
    public static ChartTheme Dark { get; } = new(
        "#1E1F22", "#F2F3F5", "#B0B4BC", "#3F4147", "#19AFFE", "#FF8A7A",
        ["#75FEF9", "#F99532", "#D8A7F6", "#EFEC5F", "#2582DC", "#FD293B", "#2FBDA7", "#A46C89"]);

    /// <summary>Dark on light, a setting.</summary>
    public static ChartTheme Light { get; } = new(
        "#FFFFFF", "#1E1F22", "#595E68", "#DCDEE3", "#0B6BCB", "#C4320A",
        ["#093EDA", "#DE4181", "#A053FD", "#737238", "#407DBF", "#8B3655", "#04510E", "#47137C"]);
}
