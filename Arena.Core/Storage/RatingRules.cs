using System.Globalization;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The rules of the ratings in words, kept beside the ratings that were made by them.</summary>
internal sealed class RatingRules(EloOptions elo, BradleyTerryOptions official)
{
    private const string Remembered = "select value from arena where key = @key";

    private const string Remember = "insert into arena (key, value) values (@key, @rules) on conflict (key) do update set value = excluded.value";

    // As the operator knows those whose names are shortened.
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["bonus"] = "sizeBonusPerBillion",
        ["cap"] = "sizeCapBillions",
        ["provisional"] = "provisionalBattles",
        ["size"] = "useSize",
    };

    private IEnumerable<(string Key, string Rules)> All =>
    [
        ("elo", string.Create(
            CultureInfo.InvariantCulture,
            $"k={elo.K:R} kMax={elo.KMax:R} start={elo.Start:R} bonus={elo.SizeBonusPerBillion:R} cap={elo.SizeCapBillions:R} size={elo.UseSize}")),
        ("bradleyTerry", string.Create(
            CultureInfo.InvariantCulture,
            $"rho={official.Rho:R} prior={official.Prior:R} drawWeights={official.DrawWeights} provisional={official.ProvisionalBattles}")),
    ];

    /// <summary>What differs from the rules that the stored ratings were made by, in words; null when nothing does.</summary>
    public string? Change(WriteScope scope)
    {
        var changes = All
            .Select(rule => (rule.Rules, Was: scope.Connection.ExecuteScalar<string?>(Remembered, new { key = rule.Key }, scope.Transaction)))
            .Where(rule => rule.Was is not null && rule.Was != rule.Rules)
            .SelectMany(rule => Differing(rule.Was!, rule.Rules))
            .ToList();
        return changes.Count == 0 ? null : $"rules changed: {string.Join(", ", changes)}";
    }

    private static IEnumerable<string> Differing(string was, string now)
    {
        var before = Values(was);
        return Values(now)
            .Where(rule => before.GetValueOrDefault(rule.Key) != rule.Value)
            .Select(rule => $"{Settings.GetValueOrDefault(rule.Key) ?? rule.Key} from {Said(before.GetValueOrDefault(rule.Key))} to {Said(rule.Value)}");
    }

    private static Dictionary<string, string> Values(string rules) =>
        rules.Split(' ').Select(rule => rule.Split('=', 2)).Where(rule => rule.Length == 2).ToDictionary(rule => rule[0], rule => rule[1], StringComparer.Ordinal);

    private static string Said(string? value) => string.IsNullOrEmpty(value) ? "none" : value.ToLowerInvariant();

    /// <summary>The stored ratings are made by these rules.</summary>
    public void Note(WriteScope scope)
    {
        foreach (var (key, rules) in All)
            scope.Connection.Execute(Remember, new { key, rules }, scope.Transaction);
    }
}
