using Arena.Core.Leaderboards;
using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>A model's name in a row, with its size and what else is to know of it.</summary>
internal static class ModelLabel
{
    private const double Gap = 12;

    /// <summary>What a flag takes before a name.</summary>
    private const double FlagWidth = 30;

    private static readonly TextStyle Smallest = new(TextStyle.Smallest, "");

    // Smaller letters before fewer of them.
    private static readonly double[] NameSizes = [27, 24, TextStyle.Smallest];

    /// <summary>How wide a row's label is where it has all the room it wants.</summary>
    public static double Width(Standing row)
    {
        var size = Beside(row.Model, saysSize: true);
        return FlagRoom(row.Model)
            + new TextStyle(NameSizes[0], "").Width(row.Name)
            + (size.Length == 0 ? 0 : Gap + Smallest.Width(size));
    }

    /// <summary>Writes a row's label between two edges, the name shortened where it does not fit.</summary>
    public static void Write(SvgWriter svg, Standing row, double left, double right, double middle, ChartTheme theme, bool saysSize = true) =>
        Write(svg, row.Model, row.Name, left, right, middle, theme, saysSize);

    /// <summary>Writes a model's label between two edges, the name shortened where it does not fit.</summary>
    public static void Write(SvgWriter svg, Model model, string called, double left, double right, double middle, ChartTheme theme, bool saysSize)
    {
        var beside = new TextStyle(TextStyle.Smallest, theme.Muted);
        var size = Beside(model, saysSize);
        if (model.Status == ModelStatus.Flagged)
        {
            WriteFlag(svg, left + 4, middle, theme);
            left += FlagWidth;
        }

        var baseline = middle + 9.5;
        var fill = model.Status == ModelStatus.Retired ? theme.Muted : theme.Text;
        var room = right - left - (size.Length == 0 ? 0 : beside.Width(size) + Gap);
        // A name that fits alone says more than a part of it with the size, which most names hold.
        if (model.Status != ModelStatus.Retired && Smallest.Width(called) is var least && least > room && least <= right - left)
            (size, room) = ("", right - left);
        var style = Fitting(called, room, fill);
        var name = style.Shorten(called, room);
        svg.Text(left, baseline, name, style);
        if (size.Length > 0)
            svg.Text(left + style.Width(name) + Gap, baseline, size, beside);
    }

    /// <summary>What the mark before a model's name takes; nothing where it has none.</summary>
    public static double FlagRoom(Model model) => model.Status == ModelStatus.Flagged ? FlagWidth : 0;

    private static string Beside(Model model, bool saysSize)
    {
        var size = saysSize ? DisplayNumbers.Size(model.ParametersBillions) : "";
        if (model.Status != ModelStatus.Retired)
            return size;
        return size.Length == 0 ? "retired" : size + " retired";
    }

    private static TextStyle Fitting(string name, double room, string fill)
    {
        var styles = NameSizes.Select(size => new TextStyle(size, fill)).ToList();
        return styles.FirstOrDefault(style => style.Width(name) <= room, styles[^1]);
    }

    /// <summary>The mark of a flagged model, its pole at <paramref name="x"/>.</summary>
    public static void WriteFlag(SvgWriter svg, double x, double middle, ChartTheme theme)
    {
        svg.Line(x, middle - 12, x, middle + 12, theme.Warning, 3);
        svg.Polyline([(x, middle - 12), (x + 18, middle - 6), (x, middle)], theme.Warning);
    }
}
