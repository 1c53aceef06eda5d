using System.Globalization;
using System.Text;
using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>
/// Writes an SVG document, element by element. All text and colours that come in are escaped, and characters that XML does
/// not allow are replaced.
/// </summary>
internal sealed class SvgWriter
{
    // What these lack is found by fontconfig. An emoji font must not be named: it has digits, and Pango would take them.
    private const string FontFamily = "DejaVu Sans, Segoe UI, Helvetica, sans-serif";

    private const double HaloWidth = 7;

    private readonly StringBuilder _svg = new(16 * 1024);

    public SvgWriter(int width, int height, string background)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{FontFamily}">""");
        Rectangle(0, 0, width, height, background);
    }

    /// <summary>Closes the document.</summary>
    public string Finish() => _svg.Append("</svg>").ToString();

    public void Rectangle(double x, double y, double width, double height, string fill, double radius = 0)
    {
        Open("rect").At("x", x).At("y", y).At("width", width).At("height", height);
        if (radius > 0)
            At("rx", radius);
        At("fill", fill).Close();
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1.5) =>
        Open("line").At("x1", x1).At("y1", y1).At("x2", x2).At("y2", y2).At("stroke", stroke).At("stroke-width", width)
            .At("stroke-linecap", "round").Close();

    public void Circle(double x, double y, double radius, string fill, string? stroke = null, double strokeWidth = 0)
    {
        Open("circle").At("cx", x).At("cy", y).At("r", radius).At("fill", fill);
        if (stroke is not null)
            At("stroke", stroke).At("stroke-width", strokeWidth);
        Close();
    }

    /// <param name="points">Corners in order; closed when filled.</param>
    /// <param name="fill">"none" for a line.</param>
    /// <param name="stroke">Colour of the line, if there is one.</param>
    /// <param name="strokeWidth">Its width.</param>
    public void Polyline(IEnumerable<(double X, double Y)> points, string fill, string? stroke = null, double strokeWidth = 0)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
        if (fill != "none")
            path.Append('Z');
        Open("path").At("d", path.ToString()).At("fill", fill);
        if (stroke is not null)
            At("stroke", stroke).At("stroke-width", strokeWidth).At("stroke-linejoin", "round").At("stroke-linecap", "round");
        Close();
    }

    /// <summary>One line of text on a baseline. Emoji stand in elements of their own, see <see cref="EmojiText"/>.</summary>
    /// <param name="x">Where its anchor stands.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="anchor">Which point of it stands at <paramref name="x"/>.</param>
    /// <param name="halo">A colour around the letters, where they stand on lines.</param>
    public void Text(double x, double y, string text, TextStyle style, TextAnchor anchor = TextAnchor.Start, string? halo = null)
    {
        var runs = DisplayText.Runs(text).ToList();
        if (runs is [(_, IsEmoji: false)])
        {
            WriteText(x, y, text, style, anchor, isEmoji: false, halo);
            return;
        }

        x -= anchor switch { TextAnchor.End => style.Width(text), TextAnchor.Middle => style.Width(text) / 2, _ => 0 };
        foreach (var (run, isEmoji) in runs)
        {
            // SVG drops the space that an element begins with.
            var shown = run.TrimStart(' ');
            x += style.Width(run[..^shown.Length]);
            if (shown.Length > 0)
                WriteText(x, y, shown, style, TextAnchor.Start, isEmoji, halo);
            x += style.Width(shown);
        }
    }

    private void WriteText(double x, double y, string text, TextStyle style, TextAnchor anchor, bool isEmoji, string? halo)
    {
        Open("text");
        if (isEmoji)
            At("class", EmojiText.Class);
        At("x", x).At("y", y).At("font-size", style.Size).At("fill", style.Fill);
        if (style.Bold)
            At("font-weight", "bold");
        if (halo is not null && !isEmoji)
            At("stroke", halo).At("stroke-width", HaloWidth).At("stroke-linejoin", "round").At("paint-order", "stroke");
        if (anchor != TextAnchor.Start)
            At("text-anchor", anchor == TextAnchor.End ? "end" : "middle");
        _svg.Append('>');
        Escape(text);
        _svg.Append("</text>");
    }

    private SvgWriter Open(string element)
    {
        _svg.Append('<').Append(element);
        return this;
    }

    private SvgWriter At(string name, double value) => At(name, Number(value));

    private SvgWriter At(string name, string value)
    {
        _svg.Append(' ').Append(name).Append("=\"");
        Escape(value);
        _svg.Append('"');
        return this;
    }

    private void Close() => _svg.Append("/>");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Escape(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _svg.Append("&amp;"),
                '<' => _svg.Append("&lt;"),
                '>' => _svg.Append("&gt;"),
                '"' => _svg.Append("&quot;"),
                < 0x20 or 0xFFFE or 0xFFFF => _svg.Append('\uFFFD'),
                _ => _svg.Append(rune.ToString()),
            };
        }
    }
}
