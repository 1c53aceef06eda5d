using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>The key of the pseudonyms in exported files. It stays in the database and goes with its copies.</summary>
internal static class ExportKey
{
    /// <summary>Whoever comes first makes it; whoever comes at the same time takes that one.</summary>
    public const string Put = "insert into arena (key, value) values ('export-key', @key) on conflict (key) do nothing";

    private const string Get = "select value from arena where key = 'export-key'";
    private const int Bytes = 32;

    public static async Task<byte[]> ReadAsync(
        Func<CancellationToken, Task<SqliteConnection>> open, Func<string, Task> put, CancellationToken cancellationToken)
    {
        var key = await FindAsync(open, cancellationToken);
        if (key is null)
        {
            await put(Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes)));
            key = await FindAsync(open, cancellationToken) ?? throw new InvalidDataException("The key of the pseudonyms was not stored.");
        }

        return Convert.FromHexString(key);
    }

    private static async Task<string?> FindAsync(Func<CancellationToken, Task<SqliteConnection>> open, CancellationToken cancellationToken)
    {
        await using var connection = await open(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(Get, cancellationToken: cancellationToken));
    }
}
