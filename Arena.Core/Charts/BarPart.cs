namespace Arena.Core.Charts;

/// <summary>A part of a bar, with its number inside where it fits.</summary>
internal static class BarPart
{
    private const double Seam = 2;
    private const double Air = 6;

    /// <param name="svg">What to draw on.</param>
    /// <param name="x">The left edge.</param>
    /// <param name="middle">The height of the bar's middle.</param>
    /// <param name="width">Its length; above zero.</param>
    /// <param name="height">Its thickness.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="number">Stands inside if there is room.</param>
    /// <param name="theme">The colours.</param>
    /// <returns>Whether the number was written.</returns>
    public static bool Write(SvgWriter svg, double x, double middle, double width, double height, string fill, string number, ChartTheme theme)
    {
        // A thin seam of background between parts tells them apart without colour.
        svg.Rectangle(x, middle - height / 2, Math.Max(1, width - Seam), height, fill);
        var style = new TextStyle(TextStyle.Smallest, Colours.TextOn(fill), Bold: true);
        if (style.Width(number) + 2 * Air > width - Seam)
            return false;
        svg.Text(x + (width - Seam) / 2, middle + 8, number, style, TextAnchor.Middle);
        return true;
    }
}
