namespace Arena.Core.Charts;

/// <summary>Where things stand on a board's picture, in pixels.</summary>
internal static class LeaderboardLayout
{
    public const int Width = ChartFrame.Width;

    public const double Margin = ChartFrame.Margin;
    public const double RowHeight = 54;
    public const double HeadHeight = ChartFrame.BodyTop + 40;
    public const double ProvisionalGap = 50;
    public const double NameSize = 27;
    public const double SmallSize = TextStyle.Smallest;

    // Columns: rank (its right edge), icon (its middle), name, plot (see LeaderboardPlot), rating and ballots (their right edges).
    public const double RankRight = 86;
    public const double IconMiddle = 114;
    public const double NameLeft = 142;
    public const double PlotRight = 764;
    public const double RatingRight = 866;
    public const double BallotsRight = Width - Margin;
}
