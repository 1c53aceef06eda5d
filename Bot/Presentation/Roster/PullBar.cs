using System.Globalization;

namespace Bot.Presentation.Roster;

/// <summary>A bar of text.</summary>
internal static class PullBar
{
    /// <summary>Narrow enough for a phone.</summary>
    private const int Width = 20;

    /// <summary><c>`██████████░░░░░░░░░░` 50 %</c>. Full only when all is there.</summary>
    /// <param name="share">0 to 1.</param>
    public static string Of(double share)
    {
        var full = Math.Clamp((int)(share * Width), 0, Width);
        return $"`{new string('█', full)}{new string('░', Width - full)}` {Percent(share)}";
    }

    /// <summary><c>50 %</c>; a hundred only when all is there.</summary>
    public static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp((int)(share * 100), 0, 100)} %");
}
