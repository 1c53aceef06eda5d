namespace Arena.Core.Storage;

/// <summary>The database was written by an older program, and what is asked does not migrate it.</summary>
public sealed class DatabaseTooOldException(string path, int found, int needed) : DatabaseException(
    $"The database {path} has version {found}, and this program reads version {needed}. Start the bot once; it brings the database up to date.");
