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
        ["#19AFFE", "#EFEC5F", "#EB31A5", "#7FCA23", "#AC731A", "#A4F6F2", "#4076F5", "#DC9CAF"]);

    /// <summary>Dark on light, a setting.</summary>
    public static ChartTheme Light { get; } = new(
        "#FFFFFF", "#1E1F22", "#595E68", "#DCDEE3", "#0B6BCB", "#C4320A",
        ["#4130D9", "#2E8F5B", "#8B3E09", "#A053FD", "#4C6291", "#4E1C0E", "#5E1B7E", "#00088F"]);
}
