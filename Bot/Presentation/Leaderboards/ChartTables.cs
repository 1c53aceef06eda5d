using System.Globalization;
using Arena.Core.Charts;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Presentation.Roster;

namespace Bot.Presentation.Leaderboards;

/// <summary>What charts show, as tables for those who do not see them.</summary>
internal static class ChartTables
{
    /// <summary>The most characters of a chart's text: Discord's limit is 4,096, and a note may follow.</summary>
    public const int Limit = 3_900;

    private const string FirstDay = "\nBradley–Terry takes one step a day, and this is the first. Elo and Score show every battle.";

    // Rows that stay within the limit with names of any kind.
    private const int MostRows = 45;

    /// <summary>Battles won, tied and lost, a page of them.</summary>
    public static string Records(StandingsPage page) => TextTable.Block(
        ["#", "model", "won", "tied", "lost", "battles"],
        page.Rows.Select(row => new[]
        {
            Rank(row), ModelNames.Marked(row.Model, row.Name), Count(row.Record.Wins), Count(row.Record.Ties), Count(row.Record.Losses), Count(row.Record.Battles),
        }),
        nameColumn: 1, Limit);

    /// <summary>Ballots by a property of the prompt, the most frequent value first.</summary>
    public static string Counts(BallotCounts counts) => TextTable.Block(
        [counts.By == BallotProperty.Language ? "language" : "category", "ballots", "share", "battles"],
        counts.Rows.Take(MostRows).Select(row => new[]
        {
            ValueName(counts.By, row.Value), Count(row.Ballots), DisplayNumbers.Percents((double)row.Ballots / counts.Total).Share, Count(row.Battles),
        }),
        nameColumn: 0, Limit);

    /// <summary>The first rating of each model, the present one, and what lies between.</summary>
    public static string Histories(IReadOnlyList<RatingSeries> histories)
    {
        var isFirstDay = histories.All(series => series.System == RatingSystem.BradleyTerry && series.Points.Count <= 1);
        var table = TextTable.Block(
            ["model", "first", "now", "change"],
            histories.Where(series => series.Points.Count > 0).Select(series => Moved(series, isFirstDay)),
            nameColumn: 0, Limit - FirstDay.Length);
        return isFirstDay ? table + FirstDay : table;
    }

    /// <summary>Models of known size, the smallest first, with how far each stands above or below what its size would give it.</summary>
    public static string Sizes(Standings board)
    {
        var sized = board.Rows.Where(row => row.Model.ParametersBillions > 0).OrderBy(row => row.Model.ParametersBillions).ToList();
        var below = string.Concat(SizeNotes(board, sized.Count).Select(note => $"\n{note}"));
        if (sized.Count == 0)
            return below.Trim();
        var trend = SizeTrend.Of(sized);
        string[] head = ["model", "size", "rating", "#"];
        return TextTable.Block(
            trend is null ? head : [.. head, "for its size"],
            sized.Take(MostRows).Select(row => (string[])[.. Size(row), .. trend is null ? Array.Empty<string>() : [OverTrend(row, trend)]]),
            nameColumn: 0, Limit - below.Length) + below;

        string[] Size(Standing row) =>
            [ModelNames.Marked(row.Model, row.Name), DisplayNumbers.Size(row.Model.ParametersBillions), DisplayNumbers.Rating(board.System, row.Rating), Rank(row)];

        string OverTrend(Standing row, SizeTrend trend) => Signed(board.System, row.Rating - trend.At(row.Model.ParametersBillions!.Value));
    }

    private static IEnumerable<string> SizeNotes(Standings board, int sized)
    {
        if (sized > MostRows)
            yield return $"The smallest {MostRows} of {Numbers.Count(sized, "model")}.";
        if (board.Rows.Count - sized is > 0 and var unknown)
            yield return $"{Numbers.Count(unknown, "model")} of unknown size {(unknown == 1 ? "is" : "are")} left out.";
    }

    // Before their first day all are alike.
    private static string[] Moved(RatingSeries series, bool isFirstDay)
    {
        var (first, now) = (isFirstDay ? BradleyTerryFit.RatingOf(0) : series.Points[0].Before, series.Points[^1].After);
        return [ModelNames.Marked(series.Model, series.Name), DisplayNumbers.Rating(series.System, first), DisplayNumbers.Rating(series.System, now), Change(series.System, first, now)];
    }

    // The change of the rounded numbers, so that the row adds up.
    private static string Change(RatingSystem system, double first, double now) => Signed(system, Rounded(system, now) - Rounded(system, first));

    private static string Signed(RatingSystem system, double points)
    {
        var rounded = Rounded(system, points);
        var size = Math.Abs(rounded).ToString(system == RatingSystem.Score ? "0.000" : "0", CultureInfo.InvariantCulture);
        return (rounded > 0 ? "+" : rounded < 0 ? "−" : "±") + size;
    }

    private static double Rounded(RatingSystem system, double points) =>
        Math.Round(points, system == RatingSystem.Score ? 3 : 0, MidpointRounding.AwayFromZero);

    private static string ValueName(BallotProperty by, string? value) => (by, value) switch
    {
        (BallotProperty.Language, null or "und") => "not recognised",
        (BallotProperty.Language, _) => LanguageNames.Of(value) ?? value,
        _ => value ?? "no category",
    };

    private static string Rank(Standing row) => row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Count(long count) => DisplayNumbers.Count(count);
}
