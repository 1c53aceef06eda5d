using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Storage;

/// <summary>The arena's one SQLite file: many readers, one <see cref="Writer"/>.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly string _readers;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;    // Dapper's settings are process-wide

    private Database(string path, Realm realm, SqliteConnection writing, ILogger logger)
    {
        Path = path;
        Realm = realm;
        // Reading only: a store that writes past the writer fails at once.
        _readers = new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true, DefaultTimeout = 30,
        }.ToString();
        Writer = new Writer(writing, path, logger);
    }

    public string Path { get; }

    public Realm Realm { get; }

    /// <summary>The only way to write.</summary>
    public Writer Writer { get; }

    /// <summary>Opens the database, makes it when it is not there, and migrates it.</summary>
    /// <exception cref="DatabaseException">It can not be used; see the kinds of it.</exception>
    public static Task<Database> OpenAsync(
        StorageOptions options, TimeProvider time, ILoggerFactory? loggers = null, CancellationToken cancellationToken = default) =>
        OpenAsync(options, time, Migration.Embedded, loggers, cancellationToken);

    internal static async Task<Database> OpenAsync(
        StorageOptions options, TimeProvider time, IReadOnlyList<Migration> migrations, ILoggerFactory? loggers,
        CancellationToken cancellationToken)
    {
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("Arena.Core.Storage");
        Directory.CreateDirectory(options.DataFolder);
        var path = System.IO.Path.GetFullPath(options.DatabasePath);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 30,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            // Looked at before anything is changed: what is refused stays as it is.
            var migrator = new Migrator(migrations, time, logger);
            migrator.EnsureKnown(connection, path);
            EnsureRealm(connection, path, options.Realm);
            Configure(connection);
            migrator.Migrate(connection, path);
            SetRealm(connection, options.Realm);
            return new Database(path, options.Realm, connection, logger);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteErrors.NotADatabase or SqliteErrors.Corrupt)
        {
            await connection.DisposeAsync();
            throw new DatabaseForeignException(path, "it is no SQLite database, or it is damaged.", e);
        }
        catch (SqliteException e) when (SqliteErrors.IsFull(e))
        {
            await connection.DisposeAsync();
            throw new StorageFullException(path, e);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection for reading, of the pool; the caller disposes it.</summary>
    public async Task<SqliteConnection> OpenReadAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_readers);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a consistent copy while the arena runs. The file appears whole or not at all.</summary>
    /// <param name="path">Where to; must not exist.</param>
    public Task BackupAsync(string path, CancellationToken cancellationToken) => DatabaseCopy.WriteAsync(Path, path, cancellationToken);

    /// <summary>
    /// Folds the log into the file and empties it, so that what was overwritten stands in neither. False where a reader or a full disk was in
    /// the way; the caller asks again.
    /// </summary>
    public async Task<bool> TryFoldLogAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            // It waits for those who read now. Nobody writes meanwhile, therefore not for long.
            await connection.ExecuteAsync("pragma busy_timeout = 200");
            return await connection.ExecuteScalarAsync<long>(new CommandDefinition("pragma wal_checkpoint(truncate)", cancellationToken: cancellationToken)) == 0;
        }
        catch (SqliteException e) when (SqliteErrors.IsFull(e) || SqliteErrors.IsBusy(e))
        {
            return false;
        }
    }

    /// <summary>Lets what waits be written, then closes and leaves one file: the log is folded into it.</summary>
    public async ValueTask DisposeAsync()
    {
        // The readers go first: SQLite folds the log in when the last connection closes, and only the writer's may.
        using (var pooled = new SqliteConnection(_readers))
            SqliteConnection.ClearPool(pooled);
        await Writer.DisposeAsync();
    }

    private static void Configure(SqliteConnection connection) =>
        // synchronous = full: what a caller was told is stored survives not only a killed process (any setting would do
        // for that: the pages are with the operating system) but a power cut too. The writer commits in groups, so one
        // sync is shared by all that waited, and the price is small. secure_delete: what is forgotten is overwritten, too.
        connection.Execute("""
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma foreign_keys = on;
            pragma busy_timeout = 10000;
            pragma wal_autocheckpoint = 4000;
            pragma secure_delete = on;
            """);

    private static void EnsureRealm(SqliteConnection connection, string path, Realm wanted)
    {
        if (!HasRealm(connection))
            return;
        var found = Columns.ParseOrNull<Realm>(connection.ExecuteScalar<string?>("select value from arena where key = 'realm'"));
        if (found is { } other && other != wanted)
            throw new DatabaseRealmException(path, other, wanted);
    }

    private static void SetRealm(SqliteConnection connection, Realm realm)
    {
        if (HasRealm(connection))
        {
            connection.Execute(
                "insert into arena (key, value) values ('realm', @Realm) on conflict (key) do nothing", new { Realm = realm.ToString() });
        }
    }

    private static bool HasRealm(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("select count(*) from sqlite_schema where type = 'table' and name = 'arena'") > 0;
}
