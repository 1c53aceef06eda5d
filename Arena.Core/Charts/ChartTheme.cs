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
/// <param name="Poles">Blue for more, for wins and for side A; orange for less, for losses and for side B.</param>
public sealed record ChartTheme(
    string Background, string Text, string Muted, string Faint, string Accent, string Warning, IReadOnlyList<string> Palette,
    ChartPoles Poles)
{
    /// <summary>Light on dark, the default.</summary>
    public static ChartTheme Dark { get; } = new(
        "#1E1F22", "#F2F3F5", "#B0B4BC", "#3F4147", "#19AFFE", "#FF8A7A",
        ["#75FEF9", "#F99532", "#D8A7F6", "#EFEC5F", "#2582DC", "#FD293B", "#2FBDA7", "#A46C89"],
        new ChartPoles("#2F8CF0", "#44474F", "#F2994A", "#8B9099"));

    /// <summary>Dark on light, a setting.</summary>
    public static ChartTheme Light { get; } = new(
        "#FFFFFF", "#1E1F22", "#595E68", "#DCDEE3", "#0B6BCB", "#C4320A",
        ["#093EDA", "#DE4181", "#A053FD", "#737238", "#407DBF", "#8B3655", "#04510E", "#47137C"],
        new ChartPoles("#1F6FD6", "#EBECF0", "#B45C00", "#868B95"));

    /// <summary>White and strong colours on black, for those who see little: whatever is written has a contrast of at least 7 to 1.</summary>
    public static ChartTheme HighContrast { get; } = new(
        "#000000", "#FFFFFF", "#D6D9DE", "#5C6066", "#0DBDFF", "#FC7D9E",
        ["#E2B91C", "#F36F4E", "#B3BBFE", "#AFFF00", "#D26AFF", "#60E5BD", "#00A7AD", "#FFFFFA"],
        new ChartPoles("#38B6FF", "#2C2E33", "#FFA033", "#A9AEB7"));

    /// <summary>The theme that a server's setting names: <c>dark</c>, <c>light</c> or <c>contrast</c>; null for any other word.</summary>
    public static ChartTheme? Named(string name) => name switch
    {
        "dark" => Dark,
        "light" => Light,
        "contrast" => HighContrast,
        _ => null,
    };
}
