using Microsoft.Data.Sqlite;

namespace Arena.Core.Storage;

/// <summary>
/// The writing connection during one group, with the statements of the busiest path kept prepared: parsing a statement
/// costs more than running it.
/// </summary>
internal sealed class WriteScope(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    public SqliteTransaction Transaction { get; set; } = null!;

    /// <summary>The prepared statement for this text, with these values bound by position to its parameters <c>$p1, $p2…</c>.</summary>
    public SqliteCommand Prepared(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Concat("$p", i.ToString(System.Globalization.CultureInfo.InvariantCulture)) });
            _prepared.Add(sql, command);
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
    }
}
