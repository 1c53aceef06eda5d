using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using static Arena.Core.Charts.LeaderboardLayout;

namespace Arena.Core.Charts;

/// <summary>The field of the dots and intervals: as wide as the names of the board leave it.</summary>
/// <param name="Axis">The ratings.</param>
/// <param name="Left">Where it begins.</param>
internal sealed record LeaderboardPlot(Axis Axis, double Left)
{
    private const double Gap = 24;
    private const double LeastLeft = 360;
    private const double MostLeft = 560;

    /// <summary>Where names end.</summary>
    public double NameRight => Left - Gap;

    /// <summary>The plot of a whole board, so that its pages can be laid side by side.</summary>
    public static LeaderboardPlot Of(Standings board) => new(
        AxisOf(board), Math.Clamp(NameLeft + board.Rows.Max(ModelLabel.Width) + Gap, LeastLeft, MostLeft));

    /// <summary>Where a rating stands.</summary>
    public double X(double rating) => Left + Axis.Share(rating) * (PlotRight - Left);

    private static Axis AxisOf(Standings board)
    {
        // Provisional intervals are so wide that the others would shrink to dots: they are cut at the edges.
        var lowest = board.Rows.Min(r => r.IsProvisional ? r.Rating : r.Interval?.Lower ?? r.Rating);
        var highest = board.Rows.Max(r => r.IsProvisional ? r.Rating : r.Interval?.Upper ?? r.Rating);
        return board.System == RatingSystem.Score
            ? Axis.Around(0, highest, leastSpan: 0.25, intervals: 4, fromZero: true)
            : Axis.Around(lowest, highest, leastSpan: 100, intervals: 4);
    }
}
