using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>A row of a rating table, as it is stored or as it follows from the battles.</summary>
internal interface IRatingTableRow<TSelf> where TSelf : IRatingTableRow<TSelf>
{
    static abstract RatingTable Table { get; }

    /// <summary>Reads a row of <see cref="RatingTable.Select"/>.</summary>
    static abstract TSelf Read(SqliteDataReader row);

    /// <summary>The order of the key, as the database has it.</summary>
    int CompareKey(TSelf other);

    /// <summary>The value of a column of the key, by its number.</summary>
    object Key(int column);

    /// <summary>The value of a column that may differ by a rounding, by its number.</summary>
    double? Real(int column);

    /// <summary>The value of a column that may not differ, by its number.</summary>
    long? Exact(int column);
}
