using Dapper;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>Copies a database file as it is at one moment, also while another process works with it.</summary>
public static class DatabaseCopy
{
    /// <summary>Writes the copy. It appears whole or not at all.</summary>
    /// <param name="source">A database file.</param>
    /// <param name="target">Where to; must not exist. Its folder is made when it is not there.</param>
    /// <exception cref="StorageFullException">There is no room for the copy.</exception>
    /// <exception cref="IOException">The target exists already, or the source does not.</exception>
    public static async Task WriteAsync(string source, string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(source))
            throw new FileNotFoundException($"There is no database at {source}.", source);
        target = Path.GetFullPath(target);
        if (File.Exists(target))
            throw new IOException($"{target} exists already.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = target + ".partial";
        File.Delete(partial);
        // A read transaction on a connection of its own: a writer goes on meanwhile.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(new CommandDefinition(
                "vacuum into @partial", new { partial }, commandTimeout: 0, cancellationToken: cancellationToken));
            File.Move(partial, target);
        }
        catch (SqliteException e)
        {
            File.Delete(partial);
            if (SqliteErrors.IsFull(e))
                throw new StorageFullException(target, e);
            if (e.SqliteErrorCode is SqliteErrors.NotADatabase or SqliteErrors.Corrupt)
                throw new DatabaseForeignException(source, "it is no SQLite database, or it is damaged.", e);
            throw;
        }
    }
}
