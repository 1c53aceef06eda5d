using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>What all pictures share: their width, a title with the scope below it, a foot, and one sentence where there is nothing to draw.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Scope">What is counted.</param>
/// <param name="ServerName">The name of the scope's server, if it is to stand below the title.</param>
/// <param name="Theme">The colours.</param>
internal sealed record ChartFrame(string Title, Scope Scope, string? ServerName, ChartTheme Theme)
{
    public const int Width = 1000;
    public const double Margin = 40;
    public const double Right = Width - Margin;

    /// <summary>What is drawn begins here.</summary>
    public const double BodyTop = 136;

    /// <summary>From one line of the foot to the next.</summary>
    public const double FootLine = 34;

    private const double FootGap = 16;
    private const double BelowFoot = 18;
    private const double TitleBaseline = 66;
    private const double ScopeBaseline = 104;
    private const double TitleSize = 40;
    private const double SmallestTitleSize = 30;
    private const double SentenceSize = 27;
    private const double SentenceHeight = 94;

    /// <summary>Stands at the right of the title, such as the page; empty for nothing.</summary>
    public string Beside { get; init; } = "";

    /// <summary>The line below the title: <c>coding · Arena Sandbox</c>.</summary>
    public string Where => $"{ScopeWords.Category(Scope)} · {ScopeWords.Place(Scope, ServerName)}";

    /// <summary>Small text beside the names and numbers.</summary>
    public TextStyle Small => new(TextStyle.Smallest, Theme.Muted);

    /// <summary>The baseline of the first line of a foot.</summary>
    public static double FootBaseline(double bodyHeight) => BodyTop + bodyHeight + FootGap + 24;

    /// <summary>A picture: head, body, foot.</summary>
    /// <param name="bodyHeight">Of what <paramref name="body"/> draws, from <see cref="BodyTop"/> on.</param>
    /// <param name="foot">Its lines; those that are too long are broken between words.</param>
    /// <param name="altText">The picture in words.</param>
    /// <param name="body">Draws what is shown.</param>
    /// <param name="keyLines">Lines that the body itself writes below the foot.</param>
    public Chart Compose(double bodyHeight, IEnumerable<string> foot, string altText, Action<SvgWriter> body, int keyLines = 0)
    {
        var lines = foot.SelectMany(line => TextLines.Wrap(line, Right - Margin, Small)).ToList();
        var height = (int)Math.Ceiling(BodyTop + bodyHeight + FootGap + (lines.Count + keyLines) * FootLine + BelowFoot);
        var svg = new SvgWriter(Width, height, Theme.Background);
        WriteHead(svg);
        body(svg);
        var baseline = FootBaseline(bodyHeight);
        foreach (var line in lines)
        {
            svg.Text(Margin, baseline, line, Small);
            baseline += FootLine;
        }

        return new Chart(svg.Finish(), Width, height, AltTexts.Fit(altText));
    }

    /// <summary>A picture of one sentence, where there is nothing to draw.</summary>
    public Chart Sentence(string sentence, string altText, IEnumerable<string>? foot = null) => Compose(
        SentenceHeight, foot ?? [], altText, svg => svg.Text(Margin, BodyTop + 60, sentence, new TextStyle(SentenceSize, Theme.Text)));

    private void WriteHead(SvgWriter svg)
    {
        var beside = new TextStyle(24, Theme.Muted);
        var room = Right - Margin - (Beside.Length == 0 ? 0 : beside.Width(Beside) + 24);
        var title = new TextStyle(TitleSize, Theme.Text, Bold: true);
        if (title.Width(Title) is var width && width > room)
            title = title with { Size = Math.Max(SmallestTitleSize, Math.Floor(TitleSize * room / width)) };
        svg.Text(Margin, TitleBaseline, title.Shorten(Title, room), title);
        if (Beside.Length > 0)
            svg.Text(Right, TitleBaseline, Beside, beside, TextAnchor.End);
        svg.Text(Margin, ScopeBaseline, beside.Shorten(Where, Right - Margin), beside);
    }
}
