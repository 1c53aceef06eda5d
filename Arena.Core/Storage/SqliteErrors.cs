using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>SQLite's result codes that mean something to us. https://sqlite.org/rescode.html</summary>
internal static class SqliteErrors
{
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int NotADatabase = 26;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int IoErrorWrite = 10 | (3 << 8);

    public static bool IsBusy(SqliteException e) => e.SqliteErrorCode is Busy or Locked;

    // A quota or a full network disk answers a write with an I/O error.
    public static bool IsFull(SqliteException e) => e.SqliteErrorCode == Full || e.SqliteExtendedErrorCode == IoErrorWrite;
}
