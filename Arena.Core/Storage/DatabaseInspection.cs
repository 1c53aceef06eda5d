using Dapper;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>What a look at a database file shows, without changing it; a running arena is not disturbed.</summary>
/// <param name="Version">Of its schema.</param>
/// <param name="KnownVersion">The newest that this program knows.</param>
/// <param name="Realm">The world it belongs to; null before the first start with it.</param>
/// <param name="Damage">SQLite's own findings; empty when the file is sound.</param>
/// <param name="ActiveModels">The tags of the roster that can be drawn.</param>
public sealed record DatabaseInspection(
    int Version, int KnownVersion, Realm? Realm, IReadOnlyList<string> Damage, long Battles, long Ballots, IReadOnlyList<string> ActiveModels)
{
    private const string RealmOf = "select value from arena where key = 'realm'";
    private const string ActiveTags = "select tag from models where status = 'Active' order by tag";

    /// <exception cref="DatabaseException">It is no database, or not the arena's.</exception>
    public static async Task<DatabaseInspection> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return await ReadAsync(connection, path, cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteErrors.NotADatabase or SqliteErrors.Corrupt)
        {
            throw new DatabaseForeignException(path, "it is no SQLite database, or it is damaged.", e);
        }
    }

    private static async Task<DatabaseInspection> ReadAsync(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        var version = await connection.ExecuteScalarAsync<int>(Command("pragma user_version"));
        var known = Migration.Embedded[^1].Version;
        var damage = (await connection.QueryAsync<string>(Command("pragma quick_check(10)"))).Where(line => line != "ok").ToList();
        var tables = (await connection.QueryAsync<string>(Command("select name from sqlite_schema where type = 'table'"))).ToHashSet();
        if (version > 0 && !tables.IsSupersetOf(["arena", "battles", "ballots", "models"]))
            throw new DatabaseForeignException(path, "it was made by another program.");

        // What a newer or an unfinished database holds is not for this program to read.
        if (version == 0 || version > known)
            return new DatabaseInspection(version, known, null, damage, 0, 0, []);

        var realm = await connection.ExecuteScalarAsync<string?>(Command(RealmOf));
        return new DatabaseInspection(
            version, known, realm is null ? null : Columns.Parse<Realm>(realm), damage,
            await connection.ExecuteScalarAsync<long>(Command("select count(*) from battles")),
            await connection.ExecuteScalarAsync<long>(Command("select count(*) from ballots")),
            [.. await connection.QueryAsync<string>(Command(ActiveTags))]);

        CommandDefinition Command(string sql) => new(sql, cancellationToken: cancellationToken);
    }
}
