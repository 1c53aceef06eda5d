using System.Globalization;
using System.Text.Json;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>A golden set of the test data: its battles with their ballots, and the numbers expected of them.</summary>
internal sealed class GoldenSet
{
    /// <summary>All battles in the order of the file, with draw ratios and styles; those without a counted ballot too.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>The category of each battle, by its id.</summary>
    public required IReadOnlyDictionary<long, string> Categories { get; init; }

    /// <summary>The language of each battle, by its id.</summary>
    public required IReadOnlyDictionary<long, string> Languages { get; init; }

    public required JsonElement Expected { get; init; }

    /// <summary>Reads "small" or "medium"; skips the test where the data is not at hand.</summary>
    public static GoldenSet Read(string name)
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        if (string.IsNullOrEmpty(data))
            Assert.Skip("ARENA_TEST_DATA is not set: the golden ratings are in its folder arena-golden.");

        var folder = Path.Combine(data, "arena-golden", name);
        var sizes = Rows(folder, "models.csv").ToDictionary(r => r["model"], r => Number(r["size_b"]));
        var tallies = Rows(folder, "ballots.csv")
            .Where(r => r["counted"] == "1")
            .GroupBy(r => r["battle_id"], r => r["choice"])
            .ToDictionary(g => g.Key, g => new Tally(
                g.Count(c => c == "A"), g.Count(c => c == "B"), g.Count(c => c == "Tie"), g.Count(c => c == "BothBad")));
        var battles = Rows(folder, "battles.csv").ToList();
        return new GoldenSet
        {
            Comparisons = [.. battles.Select(r => new Comparison(
                Id(r),
                DateTimeOffset.Parse(r["settled_at"], CultureInfo.InvariantCulture),
                r["model_a"],
                r["model_b"],
                tallies.GetValueOrDefault(r["battle_id"]),
                sizes[r["model_a"]],
                sizes[r["model_b"]],
                Number(r["size_max"]))
            {
                DrawRatio = 1 / (Number(r["eligible_pairs"]) * Number(r["p_drawn"])),
                StyleA = Style(r, "a"),
                StyleB = Style(r, "b"),
            })],
            Categories = battles.ToDictionary(Id, r => r["category"]),
            Languages = battles.ToDictionary(Id, r => r["language"]),
            Expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement,
        };
    }

    private static long Id(Dictionary<string, string> row) => long.Parse(row["battle_id"], CultureInfo.InvariantCulture);

    private static AnswerStyle Style(Dictionary<string, string> row, string side)
    {
        int Count(string what) => int.Parse(row[$"{what}_{side}"], CultureInfo.InvariantCulture);
        return new AnswerStyle(Count("tokens"), Count("headings"), Count("list_items"), Count("bold"));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split(',');
        return lines.Skip(1).Where(l => l.Length > 0).Select(l =>
            header.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second));
    }

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
