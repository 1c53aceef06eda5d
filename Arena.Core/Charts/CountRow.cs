using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>A bar of a picture of counts.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Ballots">How many.</param>
/// <param name="IsNamed">False for what is only a rest: not recognised, without a category, others.</param>
internal sealed record CountRow(string Name, int Ballots, bool IsNamed)
{
    /// <summary>More rows could not be read on a phone.</summary>
    public const int Most = 15;

    private const string NotRecognised = "und";

    /// <summary>The rows in their order; when there are too many, the last one gathers the rest.</summary>
    public static IReadOnlyList<CountRow> Of(BallotCounts counts)
    {
        var rows = counts.Rows.Select(r => Row(counts.By, r)).ToList();
        if (rows.Count <= Most)
            return rows;
        var rest = rows.Skip(Most - 1).ToList();
        return [.. rows.Take(Most - 1), new CountRow($"{rest.Count} others", rest.Sum(r => r.Ballots), IsNamed: false)];
    }

    private static CountRow Row(BallotProperty by, BallotCount count) => (by, count.Value) switch
    {
        (BallotProperty.Language, null or NotRecognised) => new CountRow("not recognised", count.Ballots, IsNamed: false),
        (BallotProperty.Language, { } code) => new CountRow(Language(code), count.Ballots, IsNamed: true),
        (_, null) => new CountRow("no category", count.Ballots, IsNamed: false),
        (_, { } category) => new CountRow(DisplayText.Clean(category), count.Ballots, IsNamed: true),
    };

    private static string Language(string code) => LanguageNames.Of(code) is { } name ? $"{name} ({code})" : DisplayText.Clean(code);
}
