using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Charts;

/// <summary>What is said beside and below histories.</summary>
internal static class HistoryWords
{
    /// <summary>Whether a step of a history is a day's, not a battle's.</summary>
    public static bool StepsAreDays(RatingSystem system) => system == RatingSystem.BradleyTerry;

    /// <summary>How much the lines rest on, and until when.</summary>
    public static string Foot(IReadOnlyList<RatingSeries> shown)
    {
        var last = shown.Max(s => s.Points[^1].At);
        if (StepsAreDays(shown[0].System) && shown.All(s => s.Points.Count == 1) && last.UtcDateTime.TimeOfDay != TimeSpan.Zero)
            return FootWords.With("one step a day; the first day is not over", last);
        if (StepsAreDays(shown[0].System))
            return FootWords.With($"all ballots until each day's end, {Days(shown)}", last);
        var battles = shown.SelectMany(s => s.Points).Select(p => p.Battle).Distinct().Count();
        return FootWords.With(DisplayNumbers.Counted(battles, "battle"), last);
    }

    /// <summary>The histories in words.</summary>
    public static string AltText(IReadOnlyList<RatingSeries> series, string? serverName)
    {
        var first = series[0];
        var where = $"{ScopeWords.System(first.System)} history, {ScopeWords.Category(first.Scope)}, {ScopeWords.Place(first.Scope, serverName)}";
        return $"{where}: {AltTexts.List(series.Select(s => Move(s, s.Name)))}.";
    }

    /// <summary>One history in words.</summary>
    public static string Move(RatingSeries series, string name)
    {
        if (series.Points.Count == 0)
            return $"{AltTexts.Name(series.Model, name)} has no counted battle yet";
        if (StepsAreDays(series.System) && series.Points.Count == 1)
            return $"{AltTexts.Name(series.Model, name)} stands at {DisplayNumbers.Rating(series.System, series.Points[0].After)} on its first day";
        var steps = StepsAreDays(series.System) ? Days([series]) : DisplayNumbers.Counted(series.Points.Count, "battle");
        return $"{AltTexts.Name(series.Model, name)} went from {DisplayNumbers.Rating(series.System, Start(series, isOneMoment: false))} to "
            + $"{DisplayNumbers.Rating(series.System, series.Points[^1].After)} in {steps}";
    }

    /// <summary>Where a line begins: before the first battle, or at the end of the first day; before that day, where it is all there is.</summary>
    public static double Start(RatingSeries series, bool isOneMoment) => (series.Points[0].Battle, isOneMoment) switch
    {
        (not null, _) => series.Points[0].Before,
        // Without a ballot all are alike.
        (null, true) => BradleyTerryFit.RatingOf(0),
        _ => series.Points[0].After,
    };

    /// <summary>The day, or moment, that a point tells of: the end of a day is midnight, when the next one begins.</summary>
    public static DateTime DayOf(RatingPoint point) =>
        (point.Battle is null && point.At.UtcDateTime.TimeOfDay == TimeSpan.Zero ? point.At.AddTicks(-1) : point.At).UtcDateTime;

    private static string Days(IReadOnlyList<RatingSeries> shown)
    {
        var days = shown.SelectMany(s => s.Points).Select(p => DayOf(p).Date).Distinct().Count();
        return DisplayNumbers.Counted(days, "day");
    }
}
