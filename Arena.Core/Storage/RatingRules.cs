using System.Globalization;
using Arena.Core.Ratings;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>The rules of the ratings in words, kept beside the ratings that were made by them.</summary>
internal sealed class RatingRules(EloOptions elo, BradleyTerryOptions official)
{
    private const string Remembered = "select value from arena where key = @key";

    private const string Remember = "insert into arena (key, value) values (@key, @rules) on conflict (key) do update set value = excluded.value";

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
            .Select(rule => $"from {rule.Was} to {rule.Rules}")
            .ToList();
        return changes.Count == 0 ? null : $"rules changed {string.Join(" and ", changes)}";
    }

    /// <summary>The stored ratings are made by these rules.</summary>
    public void Note(WriteScope scope)
    {
        foreach (var (key, rules) in All)
            scope.Connection.Execute(Remember, new { key, rules }, scope.Transaction);
    }
}
