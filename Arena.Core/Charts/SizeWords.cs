using System.Globalization;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Roster;

namespace Arena.Core.Charts;

/// <summary>What is said of ratings against sizes.</summary>
internal static class SizeWords
{
    private const int MostNames = 6;

    /// <summary>How far above or below the line: <c>+142</c>, or <c>+0.12</c> of a Score.</summary>
    public static string Over(RatingSystem system, double over) => system == RatingSystem.Score
        ? Math.Round(over, 2, MidpointRounding.AwayFromZero).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture)
        : FootWords.Signed(over);

    public static IEnumerable<string> Foot(Standings board, SizeTrend? trend, int notLabelled)
    {
        yield return FootWords.Counted(board);
        if (trend is not null)
            yield return $"line: least squares, twice the size is worth {Over(board.System, trend.PerDoubling)}; numbers say how far from it";
        var marks = Marks(board, notLabelled);
        if (marks.Count > 0)
            yield return string.Join(" · ", marks);
        foreach (var line in FootWords.Flags(board.Rows.Where(IsSized).Select(r => r.Model)))
            yield return line;
        var unsized = board.Rows.Where(r => !IsSized(r)).ToList();
        if (unsized.Count > 0)
            yield return Unsized(unsized);
        if (board.UsesSize)
            yield return StandingsText.SizeHandicap;
    }

    /// <summary>Whether a row's model has a size to stand at.</summary>
    public static bool IsSized(Standing row) => row.Model.ParametersBillions is > 0;

    public static string AltText(Standings board, IReadOnlyList<Standing> sized, SizeTrend? trend, string where)
    {
        var start = $"{ScopeWords.System(board.System)} by model size, {where}";
        if (sized.Count == 0)
            return $"{start}: {Nothing(board)}";
        if (trend is null)
            return $"{start}: {AltTexts.List(sized.Take(5).Select(r => $"{AltTexts.Name(r.Model, r.Name)} ({DisplayNumbers.Size(r.Model.ParametersBillions)}) {DisplayNumbers.Rating(board.System, r.Rating)}"))}.";
        var ranked = sized.Where(r => !r.IsProvisional).ToList();
        var byOver = (ranked.Count > 0 ? ranked : sized).Select(r => (Name: AltTexts.Name(r.Model, r.Name), Over: r.Rating - trend.At(r.Model.ParametersBillions!.Value))).OrderByDescending(r => r.Over).ToList();
        var above = byOver.Where(r => r.Over > 0).Take(3).Select(r => $"{r.Name} {Over(board.System, r.Over)}").ToList();
        var below = byOver.Where(r => r.Over < 0).TakeLast(3).Reverse().Select(r => $"{r.Name} {Over(board.System, r.Over)}").ToList();
        var finding = above.Count == 0 || below.Count == 0
            ? "All lie on the line."
            : $"Furthest above the line for their size: {AltTexts.List(above)}. Furthest below: {AltTexts.List(below)}.";
        return $"{start}: {DisplayNumbers.Counted(sized.Count, "model")}, twice the size is worth {Over(board.System, trend.PerDoubling)}. {finding}";
    }

    /// <summary>Why there is nothing to draw.</summary>
    public static string Nothing(Standings board) =>
        board.Rows.Count == 0 ? "No battle has been counted here yet." : "No model on this board has a known size.";

    private static List<string> Marks(Standings board, int notLabelled)
    {
        var sized = board.Rows.Where(IsSized).ToList();
        var marks = new List<string>();
        if (sized.Any(r => !r.IsProvisional && r.Interval is not null))
            marks.Add("bars: 95 % interval, by battle");
        if (sized.Any(r => r.IsProvisional))
            marks.Add($"hollow: fewer than {DisplayNumbers.Counted(board.ProvisionalBelow, "battle")}");
        if (notLabelled > 0)
            marks.Add($"{DisplayNumbers.Count(notLabelled)} more not labelled");
        return marks;
    }

    private static string Unsized(List<Standing> unsized)
    {
        var style = new TextStyle(TextStyle.Smallest, "");
        var names = AltTexts.List(unsized.Take(MostNames).Select(r => style.Shorten(r.Name, 260) + (r.Model.Status == ModelStatus.Flagged ? " (flagged)" : "")));
        var more = unsized.Count > MostNames ? $" and {unsized.Count - MostNames} more" : "";
        return $"without a size: {names}{more}";
    }
}
