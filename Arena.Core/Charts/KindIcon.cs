using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>The icons of model kinds, told apart by shape before colour.</summary>
internal static class KindIcon
{
    /// <summary>What the key below a board calls a kind; null for the kind that has no icon.</summary>
    public static string? NameOf(ModelKind kind) => kind switch
    {
        ModelKind.Pretrained => "pretrained",
        ModelKind.FineTuned => "fine-tuned",
        ModelKind.Instruct => "instruct",
        ModelKind.RlTuned => "RL-tuned",
        _ => null,
    };

    /// <summary>Draws the icon in a square of side 2 × <paramref name="half"/> about a point.</summary>
    public static void Draw(SvgWriter svg, ModelKind kind, double x, double y, double half, ChartTheme theme)
    {
        var r = half * 0.82;
        switch (kind)
        {
            case ModelKind.Pretrained:
                svg.Circle(x, y, r, theme.Palette[6]);
                break;
            case ModelKind.FineTuned:
                svg.Polyline([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], theme.Palette[1]);
                break;
            case ModelKind.Instruct:
                svg.Circle(x, y, r - 2, "none", theme.Palette[2], 4);
                break;
            case ModelKind.RlTuned:
                svg.Rectangle(x - r, y - r, 2 * r, 2 * r, theme.Palette[4], 2);
                break;
            default:
                // Not known, among others that are: a short dash keeps the column.
                svg.Line(x - r / 2, y, x + r / 2, y, theme.Faint, 3);
                break;
        }
    }
}
