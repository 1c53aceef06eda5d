using System.Globalization;
using System.Xml.Linq;

namespace Arena.Core.Charts;

/// <summary>
/// Emoji in a chart. librsvg draws text as outlines before version 2.57, which leaves blots of colour emoji; so they stand in
/// elements of their own, and are drawn by Pango over the picture where that can be had.
/// </summary>
/// <param name="Text">One or more emoji.</param>
/// <param name="X">Where they begin.</param>
/// <param name="Baseline">What they stand on.</param>
/// <param name="Size">Font size in pixels.</param>
internal sealed record EmojiText(string Text, double X, double Baseline, double Size)
{
    /// <summary>Marks their elements.</summary>
    public const string Class = "emoji";

    // As the writer writes it. Text can not hold it: quotation marks are escaped there.
    private const string Mark = $"class=\"{Class}\"";

    /// <summary>The emoji of a document.</summary>
    public static IReadOnlyList<EmojiText> In(string svg) => !svg.Contains(Mark, StringComparison.Ordinal)
        ? []
        : [.. XDocument.Parse(svg).Root!.Elements()
            .Where(e => e.Attribute("class")?.Value == Class)
            .Select(e => new EmojiText(e.Value, Number(e, "x"), Number(e, "y"), Number(e, "font-size")))];

    /// <summary>The document without its emoji.</summary>
    public static string Hidden(string svg) => svg.Replace(Mark, "visibility=\"hidden\"", StringComparison.Ordinal);

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
