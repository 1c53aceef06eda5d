using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>A row of <c>rating_days</c>: a model on the official board of one scope at the end of a day.</summary>
internal readonly record struct RatingDay(
    string System, ScopeKey Scope, string Tag, long Day, double Rating, double Lower, double Upper) : IRatingTableRow<RatingDay>
{
    public static RatingTable Table { get; } = new(
        "rating_days", ["system", "server_id", "category", "tag", "day"], ["rating", "lower", "upper"], []);

    /// <summary>The rows of a day's board.</summary>
    public static IEnumerable<RatingDay> Of(ScopeKey scope, DayBoard board) => board.Rows.Select(row => new RatingDay(
        nameof(RatingSystem.BradleyTerry), scope, row.Tag, board.Day, row.Rating, row.Lower, row.Upper));

    public static RatingDay Read(SqliteDataReader row) => new(
        row.GetString(0), new ScopeKey(row.GetInt64(1), row.GetString(2)), row.GetString(3), row.GetInt64(4), row.GetDouble(5), row.GetDouble(6),
        row.GetDouble(7));

    public int CompareKey(RatingDay other)
    {
        var order = RatingKey.Compare((System, Scope.Server, Scope.Category, Tag), (other.System, other.Scope.Server, other.Scope.Category, other.Tag));
        return order != 0 ? order : Day.CompareTo(other.Day);
    }

    public object Key(int column) => column switch { 0 => System, 1 => Scope.Server, 2 => Scope.Category, 3 => Tag, _ => Day };

    public double? Real(int column) => column switch { 0 => Rating, 1 => Lower, _ => Upper };

    public long? Exact(int column) => null;
}
