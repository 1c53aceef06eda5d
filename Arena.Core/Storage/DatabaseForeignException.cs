namespace Arena.Core.Storage;

/// <summary>The file is no database of the arena's: not SQLite, damaged, or another program's.</summary>
public sealed class DatabaseForeignException(string path, string why, Exception? inner = null) : DatabaseException(
    $"The file {path} is not an arena database: {why} Name another data folder in ARENA_DATA, or restore a backup.", inner);
