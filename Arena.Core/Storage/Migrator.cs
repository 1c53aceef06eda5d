using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Storage;

/// <summary>Brings a database to the newest version it knows; each step in one transaction, a copy first.</summary>
internal sealed partial class Migrator(IReadOnlyList<Migration> migrations, TimeProvider time, ILogger logger)
{
    // "AREN", so that a file of another program is told apart from an empty one.
    private const int ApplicationId = 0x4152454E;

    private int Known => migrations.Count == 0 ? 0 : migrations[^1].Version;

    /// <summary>Changes nothing.</summary>
    /// <exception cref="DatabaseTooNewException">A newer program wrote it.</exception>
    /// <exception cref="DatabaseForeignException">It is not the arena's.</exception>
    public void EnsureKnown(SqliteConnection connection, string path)
    {
        var version = Version(connection);
        var applicationId = connection.ExecuteScalar<int>("pragma application_id");
        if (applicationId != ApplicationId && (version != 0 || connection.ExecuteScalar<long>("select count(*) from sqlite_schema") != 0))
            throw new DatabaseForeignException(path, "it was made by another program.");
        if (version > Known)
            throw new DatabaseTooNewException(path, version, Known);
    }

    /// <summary>Applies what is missing.</summary>
    public void Migrate(SqliteConnection connection, string path)
    {
        var version = Version(connection);
        if (version > 0 && version < Known)
            Copy(connection, path, version);
        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            Apply(connection, migration);
            Log.Migrated(logger, migration.Name, path);
        }
    }

    private static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("pragma user_version");

    private static void Apply(SqliteConnection connection, Migration migration)
    {
        // A step may rebuild a table that others refer to; foreign keys are checked as a whole before the commit instead.
        connection.Execute("pragma foreign_keys = off");
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute(migration.Sql, transaction: transaction);
            if (connection.Query("pragma foreign_key_check", transaction: transaction).Any())
                throw new InvalidDataException($"Migration {migration.Name} would leave references to rows that are not there.");
            // Pragmas take no parameters; both are numbers of our own. They are part of the transaction.
            connection.Execute(
                string.Create(CultureInfo.InvariantCulture,
                    $"pragma user_version = {migration.Version}; pragma application_id = {ApplicationId}"),
                transaction: transaction);
            transaction.Commit();
        }

        connection.Execute("pragma foreign_keys = on");
    }

    private void Copy(SqliteConnection connection, string path, int version)
    {
        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var copy = $"{path}.v{version}-{stamp}.bak";
        for (var i = 2; File.Exists(copy); i++)
            copy = $"{path}.v{version}-{stamp}-{i}.bak";
        connection.Execute("vacuum into @copy", new { copy });
        Log.Copied(logger, copy);
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Applied migration {Name} to {Path}.")]
        public static partial void Migrated(ILogger logger, string name, string path);

        [LoggerMessage(2002, LogLevel.Information, "Copied the database to {Copy} before migrating it.")]
        public static partial void Copied(ILogger logger, string copy);
    }
}
