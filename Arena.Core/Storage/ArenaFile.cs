using System.Runtime.CompilerServices;
using Arena.Core.Exchange;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Core.Storage;

/// <summary>An arena's database as another process reads it while the bot may be running. Nothing is migrated or made.</summary>
public sealed class ArenaFile : IExportStore
{
    private readonly string _path;

    private ArenaFile(string path) => _path = path;

    /// <exception cref="DatabaseException">It is not the arena's, or of another version or realm.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static async Task<ArenaFile> OpenAsync(StorageOptions options, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(options.DatabasePath);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no database at {path}.", path);
        var file = new ArenaFile(path);
        try
        {
            await using var connection = await file.OpenAsync(cancellationToken);
            Ensure(connection, path, options.Realm);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteErrors.NotADatabase or SqliteErrors.Corrupt)
        {
            throw new DatabaseForeignException(path, "it is no SQLite database, or it is damaged.", e);
        }

        return file;
    }

    public Task<byte[]> KeyAsync(CancellationToken cancellationToken) => ExportKey.ReadAsync(OpenAsync, PutKeyAsync, cancellationToken);

    public async IAsyncEnumerable<ExportedBattle> BattlesAsync(
        ServerId? server, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await foreach (var battle in ExportReading.BattlesAsync(connection, server, until, cancellationToken))
            yield return battle;
    }

    private static void Ensure(SqliteConnection connection, string path, Realm wanted)
    {
        new Migrator(Migration.Embedded, TimeProvider.System, NullLogger.Instance).EnsureKnown(connection, path);
        var (version, known) = (connection.ExecuteScalar<int>("pragma user_version"), Migration.Embedded[^1].Version);
        if (version < known)
            throw new DatabaseTooOldException(path, version, known);
        var realm = Columns.ParseOrNull<Realm>(connection.ExecuteScalar<string?>("select value from arena where key = 'realm'"));
        if (realm is { } found && found != wanted)
            throw new DatabaseRealmException(path, found, wanted);
    }

    // The one thing that is ever written from outside the bot, once in the life of a database: SQLite lets one in after the other.
    private async Task PutKeyAsync(string key)
    {
        await using var connection = Connection(SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        await connection.ExecuteAsync(ExportKey.Put, new { key });
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Connection(SqliteOpenMode.ReadOnly);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private SqliteConnection Connection(SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder
    {
        DataSource = _path, Mode = mode, Pooling = false, DefaultTimeout = 30,
    }.ToString());
}
