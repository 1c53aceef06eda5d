using System.Globalization;
using System.Text.Json;

namespace Bot.Tests.Reports;

/// <summary>A golden set of the test data as a file to import, and the numbers expected of it.</summary>
internal sealed record GoldenFile(IReadOnlyList<string> Lines, JsonElement Expected)
{
    private const string Header =
        "battle_id,tstamp,model_a,model_b,winner,judge,category,language,size_a,size_b,size_max,pair_probability,uniform_probability,"
        + "tokens_a,tokens_b,headings_a,headings_b,list_items_a,list_items_b,bold_a,bold_b";

    private static readonly string[] Styles =
        ["tokens_a", "tokens_b", "headings_a", "headings_b", "list_items_a", "list_items_b", "bold_a", "bold_b"];

    public static GoldenFile Read(string set)
    {
        var folder = ImportCase.Data("arena-golden", set);
        var sizes = Rows(folder, "models.csv").ToDictionary(row => row["model"], row => row["size_b"]);
        var ballots = Rows(folder, "ballots.csv").Where(row => row["counted"] == "1").ToLookup(row => row["battle_id"]);
        var lines =
            from battle in Rows(folder, "battles.csv")
            from ballot in ballots[battle["battle_id"]]
            select string.Join(
                ',', battle["battle_id"], battle["settled_at"], battle["model_a"], battle["model_b"], Winner(ballot["choice"]), ballot["member"],
                battle["category"], battle["language"], sizes[battle["model_a"]], sizes[battle["model_b"]], battle["size_max"],
                battle["p_drawn"], Uniform(battle["eligible_pairs"]), string.Join(',', Styles.Select(style => battle[style])));
        return new GoldenFile([Header, .. lines], JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement);
    }

    public static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string Winner(string choice) => choice switch
    {
        "A" => "model_a",
        "B" => "model_b",
        "Tie" => "tie",
        _ => "tie (bothbad)",
    };

    private static string Uniform(string pairs) =>
        pairs.Length == 0 ? "" : (1 / double.Parse(pairs, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);
}
