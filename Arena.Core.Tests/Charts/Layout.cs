using System.Globalization;
using System.Xml.Linq;
using Arena.Core.Charts;

namespace Arena.Core.Tests.Charts;

/// <summary>Looks at a chart's SVG as a person would look at the picture: what stands where, and what is in the way of what.</summary>
internal static class Layout
{
    private const double Touching = 0.5;

    private sealed record Box(string What, double Left, double Top, double Right, double Bottom)
    {
        public bool Overlaps(Box other) =>
            Left < other.Right - Touching && other.Left < Right - Touching && Top < other.Bottom - Touching && other.Top < Bottom - Touching;
    }

    /// <summary>All the texts of a chart, in order.</summary>
    public static IReadOnlyList<string> Texts(Chart chart) =>
        [.. XDocument.Parse(chart.Svg).Root!.Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];

    /// <summary>The texts that stand on an upright line.</summary>
    public static IReadOnlyList<string> TextsOnUprightLines(Chart chart)
    {
        var elements = XDocument.Parse(chart.Svg).Root!.Elements().ToList();
        var uprights = elements.Where(e => e.Name.LocalName == "line" && e.Attribute("x1")!.Value == e.Attribute("x2")!.Value).Select(Shape).ToList();
        return [.. elements.Where(e => e.Name.LocalName == "text").Select(TextBox)
            .Where(text => uprights.Any(line => text.Left < line.Left && line.Left < text.Right && text.Top < line.Bottom && line.Top < text.Bottom))
            .Select(text => text.What)];
    }

    /// <summary>
    /// No text is too small, no two overlap, no dot covers one, nothing leaves the canvas; a text on a bar or in a cell lies wholly on it
    /// and is readable there. The words for those who do not see it fit Discord.
    /// </summary>
    public static void AssertTidy(Chart chart)
    {
        var elements = XDocument.Parse(chart.Svg).Root!.Elements().ToList();
        var texts = elements.Where(e => e.Name.LocalName == "text").Select(TextBox).ToList();
        var dots = elements.Where(e => e.Name.LocalName == "circle").Select(Dot).ToList();
        var rest = elements.Where(e => e.Name.LocalName is "rect" or "line" or "path").Select(Shape).ToList();

        foreach (var box in texts.Concat(dots).Concat(rest))
        {
            if (box.Left < -Touching || box.Top < -Touching || box.Right > chart.Width + Touching || box.Bottom > chart.Height + Touching)
                Assert.Fail($"Leaves the canvas of {chart.Width} × {chart.Height}: {box}");
        }

        for (var i = 0; i < texts.Count; i++)
        {
            // Words for a failure cost more than finding none.
            if (texts.Skip(i + 1).Concat(dots).FirstOrDefault(texts[i].Overlaps) is { } other)
                Assert.Fail($"{texts[i]} overlaps {other}");
        }

        var grounds = elements.Where(e => e.Name.LocalName == "rect").Select(e => (Shape(e), Fill: e.Attribute("fill")!.Value)).ToList();
        foreach (var text in elements.Where(e => e.Name.LocalName == "text"))
            AssertOnGround(text, grounds);
        Assert.InRange(chart.AltText.Length, 1, 1024);
        Assert.All(
            elements.Where(e => e.Name.LocalName == "text"),
            e => Assert.True(Number(e, "font-size") >= TextStyle.Smallest, $"Too small: {e}"));
    }

    // The background is the first of them.
    private static void AssertOnGround(XElement text, IReadOnlyList<(Box Box, string Fill)> grounds)
    {
        var box = TextBox(text);
        var on = grounds[0].Fill;
        foreach (var (ground, fill) in grounds.Skip(1).Where(g => box.Overlaps(g.Box)))
        {
            Assert.True(
                box.Left >= ground.Left && box.Right <= ground.Right && box.Top >= ground.Top && box.Bottom <= ground.Bottom,
                $"{box} does not lie on {ground}");
            on = fill;
        }

        var contrast = Colours.Contrast(text.Attribute("fill")!.Value, on);
        Assert.True(contrast >= 3.9, $"{box.What} has a contrast of {contrast}");
    }

    private static Box TextBox(XElement text)
    {
        var size = Number(text, "font-size");
        var width = TextMeasure.Width(text.Value, size, text.Attribute("font-weight")?.Value == "bold");
        var x = Number(text, "x");
        var left = text.Attribute("text-anchor")?.Value switch { "end" => x - width, "middle" => x - width / 2, _ => x };
        var baseline = Number(text, "y");
        return new Box(text.Value, left, baseline - TextMeasure.Ascent * size, left + width, baseline + TextMeasure.Descent * size);
    }

    private static Box Dot(XElement circle)
    {
        var (x, y) = (Number(circle, "cx"), Number(circle, "cy"));
        var radius = Number(circle, "r") + (circle.Attribute("stroke-width") is null ? 0 : Number(circle, "stroke-width") / 2);
        return new Box("dot", x - radius, y - radius, x + radius, y + radius);
    }

    private static Box Shape(XElement shape)
    {
        double[] xs, ys;
        switch (shape.Name.LocalName)
        {
            case "rect":
                xs = [Number(shape, "x"), Number(shape, "x") + Number(shape, "width")];
                ys = [Number(shape, "y"), Number(shape, "y") + Number(shape, "height")];
                break;
            case "line":
                xs = [Number(shape, "x1"), Number(shape, "x2")];
                ys = [Number(shape, "y1"), Number(shape, "y2")];
                break;
            default:
                var numbers = shape.Attribute("d")!.Value.Split(['M', 'L', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
                xs = [.. numbers.Where((_, i) => i % 2 == 0)];
                ys = [.. numbers.Where((_, i) => i % 2 == 1)];
                break;
        }

        return new Box(shape.Name.LocalName, xs.Min(), ys.Min(), xs.Max(), ys.Max());
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
