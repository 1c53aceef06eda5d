using Arena.Core.Ratings;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>A row of <c>ratings</c>: a model in one scope under one system. Bradley–Terry alone has the last three.</summary>
internal sealed record RatingRow : IRatingTableRow<RatingRow>
{
    public static RatingTable Table { get; } = new(
        "ratings", ["system", "server_id", "category", "tag"], ["rating", "lower", "upper"],
        ["battles", "ballots", "wins", "losses", "ties", "as_of"]);

    public string System { get; init; } = "";
    public long ServerId { get; init; }
    public string Category { get; init; } = "";
    public string Tag { get; init; } = "";
    public double Rating { get; init; }
    public long Battles { get; init; }
    public long Ballots { get; init; }
    public long Wins { get; init; }
    public long Losses { get; init; }
    public long Ties { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public long? AsOf { get; init; }

    /// <summary>The rows of an official board.</summary>
    public static IEnumerable<RatingRow> Of(ScopeKey scope, BradleyTerryFit fit, DateTimeOffset asOf) => fit.Models.Select((tag, i) => new RatingRow
    {
        System = nameof(RatingSystem.BradleyTerry), ServerId = scope.Server, Category = scope.Category, Tag = tag, Rating = fit.Rating(i),
        Battles = fit.Records[i].Battles, Ballots = fit.Records[i].Ballots, Wins = fit.Records[i].Wins, Losses = fit.Records[i].Losses,
        Ties = fit.Records[i].Ties, Lower = fit.Lower(i), Upper = fit.Upper(i), AsOf = asOf.ToColumn(),
    });

    public static RatingRow Read(SqliteDataReader row) => new()
    {
        System = row.GetString(0), ServerId = row.GetInt64(1), Category = row.GetString(2), Tag = row.GetString(3), Rating = row.GetDouble(4),
        Lower = row.IsDBNull(5) ? null : row.GetDouble(5), Upper = row.IsDBNull(6) ? null : row.GetDouble(6), Battles = row.GetInt64(7),
        Ballots = row.GetInt64(8), Wins = row.GetInt64(9), Losses = row.GetInt64(10), Ties = row.GetInt64(11),
        AsOf = row.IsDBNull(12) ? null : row.GetInt64(12),
    };

    public int CompareKey(RatingRow other) => RatingKey.Compare(
        (System, ServerId, Category, Tag), (other.System, other.ServerId, other.Category, other.Tag));

    public object Key(int column) => column switch { 0 => System, 1 => ServerId, 2 => Category, _ => Tag };

    public double? Real(int column) => column switch { 0 => Rating, 1 => Lower, _ => Upper };

    public long? Exact(int column) => column switch { 0 => Battles, 1 => Ballots, 2 => Wins, 3 => Losses, 4 => Ties, _ => AsOf };
}
