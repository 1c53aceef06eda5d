using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>A row of <c>rating_history</c>: how a battle moved a model in one scope under one system.</summary>
/// <param name="At">When it settled, as in the column.</param>
internal readonly record struct RatingMove(
    long Battle, string System, long Server, string Category, string Tag, double Before, double After, long At) : IRatingTableRow<RatingMove>
{
    public static RatingTable Table { get; } = new(
        "rating_history", ["battle_id", "system", "server_id", "category", "tag"], ["rating_before", "rating_after"], ["at"]);

    public static RatingMove Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetDouble(5), row.GetDouble(6), row.GetInt64(7));

    public int CompareKey(RatingMove other)
    {
        var order = Battle.CompareTo(other.Battle);
        return order != 0 ? order : RatingKey.Compare((System, Server, Category, Tag), (other.System, other.Server, other.Category, other.Tag));
    }

    public object Key(int column) => column switch { 0 => Battle, 1 => System, 2 => Server, 3 => Category, _ => Tag };

    public double? Real(int column) => column == 0 ? Before : After;

    public long? Exact(int column) => At;
}
