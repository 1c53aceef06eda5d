using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Charts;

/// <summary>What is said of two models beside each other.</summary>
internal static class HeadToHeadWords
{
    public static string Expected(HeadToHead pair) => pair.Expected is null
        ? "expected win rate: not known, as one of them is not on the official board yet"
        : "expected win rate, by Bradley–Terry";

    public static string Actual(HeadToHead pair) => pair.Actual is null
        ? "actual win rate: they have not met yet"
        : "actual win rate, share of the ballots";

    /// <summary>The battles of the two as the left one sees them.</summary>
    public static string Battles(BattleRecord record) =>
        $"{DisplayNumbers.Counted(record.Battles, "battle")}: {DisplayNumbers.Count(record.Wins)} won, "
        + $"{DisplayNumbers.Count(record.Ties)} tied, {DisplayNumbers.Count(record.Losses)} lost";

    public static string Histories(RatingSystem system) =>
        HistoryWords.StepsAreDays(system) ? $"{ScopeWords.System(system)}, day by day" : $"{ScopeWords.System(system)}, over time";

    public static string AltText(HeadToHead pair, string where)
    {
        var (a, b) = (AltTexts.Name(pair.A.Model, pair.NameA), AltTexts.Name(pair.B.Model, pair.NameB));
        var expected = pair.Expected is { } e ? $" Expected: {a} wins {DisplayNumbers.Percents(e).Share}." : "";
        var actual = pair.Actual is { } s
            ? $" Actual: {DisplayNumbers.Percents(s).Share} of {DisplayNumbers.Counted(pair.Record.Ballots, "ballot")}; {Battles(pair.Record)}."
            : " They have not met yet.";
        var moves = pair.Histories.Count == 0
            ? ""
            : $" {ScopeWords.System(pair.HistorySystem)}: {AltTexts.List(pair.Histories.Select(h => HistoryWords.Move(h, h.Model.Tag == pair.A.Model.Tag ? pair.NameA : pair.NameB)))}.";
        return $"{a} against {b}, {where}.{expected}{actual}{moves}";
    }
}
