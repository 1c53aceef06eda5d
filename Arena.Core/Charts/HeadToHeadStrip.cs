using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>A bar that two models share, A's part from the left and B's from the right.</summary>
/// <param name="What">Stands above it.</param>
/// <param name="Parts">Lengths that fill the bar together, with their colours; none where there is nothing to show.</param>
/// <param name="Left">A's number.</param>
/// <param name="Right">B's number.</param>
/// <param name="HasHalf">Whether half the bar means something.</param>
internal sealed record HeadToHeadStrip(
    string What, IReadOnlyList<(double Share, string Fill, string Inside)> Parts, string Left, string Right, bool HasHalf)
{
    private const double BarLeft = 164;
    private const double BarRight = ChartFrame.Width - BarLeft;
    private const double BarHeight = 36;

    /// <summary>The room it takes.</summary>
    public double Height => Parts.Count == 0 ? 44 : 98;

    /// <summary>Expected, actual, and their battles.</summary>
    public static IReadOnlyList<HeadToHeadStrip> Of(HeadToHead pair, ChartTheme theme)
    {
        var record = pair.Record;
        return
        [
            Rate(HeadToHeadWords.Expected(pair), pair.Expected, theme),
            Rate(HeadToHeadWords.Actual(pair), pair.Actual, theme),
            .. record.Battles == 0 ? (HeadToHeadStrip[])[] : [Battles(pair, theme)],
        ];
    }

    /// <summary>Draws it below a height.</summary>
    public void Write(SvgWriter svg, double top, ChartFrame frame)
    {
        svg.Text(ChartFrame.Margin, top + 22, What, frame.Small);
        if (Parts.Count == 0)
            return;
        var middle = top + 40 + BarHeight / 2;
        var number = new TextStyle(27, frame.Theme.Text, Bold: true);
        svg.Text(BarLeft - 14, middle + 9.5, Left, number, TextAnchor.End);
        svg.Text(BarRight + 14, middle + 9.5, Right, number);
        var x = BarLeft;
        foreach (var (share, fill, inside) in Parts)
        {
            var width = share * (BarRight - BarLeft);
            if (width > 0)
                BarPart.Write(svg, x, middle, width, BarHeight, fill, inside, frame.Theme);
            x += width;
        }

        if (HasHalf)
            WriteHalf(svg, top, middle, frame);
    }

    private static void WriteHalf(SvgWriter svg, double top, double middle, ChartFrame frame)
    {
        const double half = (BarLeft + BarRight) / 2;
        svg.Line(half, middle - BarHeight / 2 - 5, half, middle + BarHeight / 2 + 5, frame.Theme.Text, 3);
        svg.Text(half, top + 22, "50 %", frame.Small, TextAnchor.Middle);
    }

    private static HeadToHeadStrip Rate(string what, double? rate, ChartTheme theme)
    {
        if (rate is not { } share)
            return new(what, [], "", "", HasHalf: false);
        var (left, right) = DisplayNumbers.Percents(share);
        return new(what, [(share, theme.Poles.High, ""), (1 - share, theme.Poles.Low, "")], left, right, HasHalf: true);
    }

    private static HeadToHeadStrip Battles(HeadToHead pair, ChartTheme theme)
    {
        var record = pair.Record;
        double all = record.Battles;
        return new HeadToHeadStrip(
            HeadToHeadWords.Battles(record),
            [
                (record.Wins / all, theme.Poles.High, ""),
                (record.Ties / all, theme.Poles.Neither, record.Ties == 1 ? "1 tie" : $"{DisplayNumbers.Count(record.Ties)} ties"),
                (record.Losses / all, theme.Poles.Low, ""),
            ],
            DisplayNumbers.Count(record.Wins), DisplayNumbers.Count(record.Losses), HasHalf: false);
    }
}
