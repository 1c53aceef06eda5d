using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>The models a member likes best, one bar each, from 0 to 1.</summary>
public static class FavouritesChart
{
    /// <summary>More rows could not be read on a phone.</summary>
    public const int MostRows = 15;

    private const double RowHeight = 54;
    private const double BarHeight = 30;
    private const double NameRight = 420;
    private const double BarLeft = 444;
    private const double BarRight = 770;
    private const double LikingRight = 858;
    private const double KeyHeight = 40;

    /// <summary>Draws the best liked models of a member; without counted ballots a sentence says so.</summary>
    /// <param name="summary">The member's ballots.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="serverName">The name of the scope's server, if it is to stand in the title.</param>
    public static Chart Compose(MemberSummary summary, ChartTheme theme, string? serverName = null)
    {
        var frame = new ChartFrame("Favourite models", summary.Scope, serverName, theme);
        var shown = summary.Favourites.Take(MostRows).ToList();
        if (shown.Count == 0)
        {
            var sentence = summary.Ballots == 0 ? "No ballot has been cast here yet." : "No ballot has been counted here yet.";
            return frame.Sentence(sentence, $"Favourite models, {frame.Where}: {sentence}", [Cast(summary)]);
        }

        var foot = new List<string> { FootWords.With(Cast(summary), summary.AsOf) };
        if (summary.Agreement is { } agreement)
            foot.Add($"agrees with the other voters in {DisplayNumbers.Percents(agreement).Share} of battles ({DisplayNumbers.Count(summary.Agreed)} of {DisplayNumbers.Count(summary.Compared)})");
        foot.Add("a tie is half a win; few ballots are drawn towards 50 %");
        if (summary.Favourites.Count > shown.Count)
            foot.Add($"and {DisplayNumbers.Counted(summary.Favourites.Count - shown.Count, "other model")}");
        foot.AddRange(FootWords.Flags(shown.Select(f => f.Model)));
        return frame.Compose(KeyHeight + shown.Count * RowHeight, foot, AltText(summary, frame.Where), svg => Write(svg, shown, frame));
    }

    private static void Write(SvgWriter svg, IReadOnlyList<Favourite> shown, ChartFrame frame)
    {
        var theme = frame.Theme;
        var top = ChartFrame.BodyTop + KeyHeight;
        svg.Text(BarLeft, top - 16, "liked", frame.Small);
        svg.Text(ChartFrame.Right, top - 16, "ballots", frame.Small, TextAnchor.End);
        var number = new TextStyle(27, theme.Text, Bold: true);
        for (var i = 0; i < shown.Count; i++)
        {
            var favourite = shown[i];
            var middle = top + (i + 0.5) * RowHeight;
            ModelLabel.Write(svg, favourite.Model, favourite.Name, ChartFrame.Margin, NameRight, middle, theme, saysSize: false);
            svg.Rectangle(BarLeft, middle - BarHeight / 2, BarRight - BarLeft, BarHeight, theme.Poles.Middle);
            svg.Rectangle(BarLeft, middle - BarHeight / 2, favourite.Liking * (BarRight - BarLeft), BarHeight, theme.Accent);
            svg.Text(LikingRight, middle + 9.5, DisplayNumbers.Percents(favourite.Liking).Share, number, TextAnchor.End);
            svg.Text(ChartFrame.Right, middle + 9.5, DisplayNumbers.Count(favourite.Ballots), frame.Small, TextAnchor.End);
        }
    }

    private static string Cast(MemberSummary summary)
    {
        var started = $"{DisplayNumbers.Counted(summary.Started, "battle")} started";
        return summary.Counted == summary.Ballots
            ? $"{DisplayNumbers.Counted(summary.Ballots, "ballot")} · {started}"
            : $"{DisplayNumbers.Counted(summary.Ballots, "ballot")}, {DisplayNumbers.Count(summary.Counted)} counted · {started}";
    }

    private static string AltText(MemberSummary summary, string where)
    {
        var top = summary.Favourites.Take(5).Select(f =>
            $"{AltTexts.Name(f.Model, f.Name)} {DisplayNumbers.Percents(f.Liking).Share} of {DisplayNumbers.Counted(f.Ballots, "ballot")}");
        var agreement = summary.Agreement is { } share ? $" Agrees with the other voters in {DisplayNumbers.Percents(share).Share} of battles." : "";
        return $"Favourite models, {where}: {AltTexts.List(top)}. {Cast(summary)}.{agreement}";
    }
}
