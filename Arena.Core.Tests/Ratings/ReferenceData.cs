using System.Globalization;
using Arena.Core.Ratings;

namespace Arena.Core.Tests.Ratings;

/// <summary>Public comparisons with published results, from the test data; none of their fields is quoted.</summary>
internal static class ReferenceData
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Rows of a CSV file as column → field; skips the test where the data is not at hand.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string set, string file)
    {
        var lines = File.ReadAllLines(PathOf(set, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => header.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second))];
    }

    public static string PathOf(string set, string file)
    {
        var data = Environment.GetEnvironmentVariable("ARENA_TEST_DATA");
        if (string.IsNullOrEmpty(data))
            Assert.Skip($"ARENA_TEST_DATA is not set: the reference results are in its folder {set}.");
        return Path.Combine(data, set, file);
    }

    /// <summary>One battle of one ballot for each row of a file with <c>left,right,winner</c>, settled in the order of the file.</summary>
    public static IReadOnlyList<Comparison> Votes(string set, string file) =>
        [.. Rows(set, file).Select((r, i) => Battle(i, r["left"], r["right"], r["winner"] switch
        {
            "left" => new Tally(1, 0, 0, 0),
            "right" => new Tally(0, 1, 0, 0),
            _ => new Tally(0, 0, 1, 0),
        }))];

    public static Comparison Battle(int id, string a, string b, Tally tally) =>
        new(id, Start.AddSeconds(id), a, b, tally, null, null, null);

    /// <summary>So many battles of one ballot each.</summary>
    public static IEnumerable<Comparison> Battles(string a, string b, int wins, int losses, int ties = 0) =>
    [
        .. Enumerable.Repeat(Battle(0, a, b, new Tally(1, 0, 0, 0)), wins),
        .. Enumerable.Repeat(Battle(0, a, b, new Tally(0, 1, 0, 0)), losses),
        .. Enumerable.Repeat(Battle(0, a, b, new Tally(0, 0, 1, 0)), ties),
    ];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
