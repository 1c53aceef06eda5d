using System.Data;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>
/// The settled battles with their counted ballots, as every rating is computed from them: this is said in SQL here and nowhere else.
/// Read by hand, row by row: there may be millions.
/// </summary>
internal static class ComparisonSource
{
    private const int RowsBetweenLooks = 1024;

    // Instants of settlement are all different, so a group is one battle, and the groups come in the order of the index. A cross
    // join is read from left to right.
    private const string Select = """
        select b.settled_at, b.id, b.model_a, b.model_b, b.size_a, b.size_b, b.size_max,
            b.uniform_probability / nullif(b.pair_probability, 0),
            sum(v.choice = 'A'), sum(v.choice = 'B'), sum(v.choice = 'Tie'), sum(v.choice = 'BothBad'), b.server_id, b.category, b.damping
        from battles b cross join ballots v on v.battle_id = b.id and v.counted = 1
        """;

    /// <summary>Shows each battle that fits, in order of settlement.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static void Each(
        IDbConnection connection, IDbTransaction? transaction, ComparisonFilter filter, bool withStyles, Action<RatedBattle> visit,
        CancellationToken cancellationToken)
    {
        using var command = Command(connection, transaction, $"{Select} where {filter.Condition()} group by b.settled_at order by b.settled_at", filter);
        using var rows = command.ExecuteReader();
        using var styles = withStyles ? new StyleSource(connection, transaction, filter) : null;
        // The same few tags in every row.
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; rows.Read(); row++)
        {
            if (row % RowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var settledAt = rows.GetInt64(0);
            var (styleA, styleB) = styles?.Of(settledAt) ?? default;
            visit(new RatedBattle(
                rows.GetInt64(12),
                rows.IsDBNull(13) ? null : Once(tags, rows.GetString(13)),
                new Comparison(
                    rows.GetInt64(1), Columns.Instant(settledAt), Once(tags, rows.GetString(2)), Once(tags, rows.GetString(3)),
                    new Tally(rows.GetInt32(8), rows.GetInt32(9), rows.GetInt32(10), rows.GetInt32(11)),
                    Real(rows, 4), Real(rows, 5), Real(rows, 6))
                {
                    DrawRatio = Real(rows, 7), Damping = rows.GetDouble(14), StyleA = styleA, StyleB = styleB,
                }));
        }
    }

    public static IDbCommand Command(IDbConnection connection, IDbTransaction? transaction, string sql, ComparisonFilter filter)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in filter.Values())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static double? Real(IDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetDouble(column);

    private static string Once(Dictionary<string, string> tags, string tag)
    {
        if (tags.TryGetValue(tag, out var known))
            return known;
        tags.Add(tag, tag);
        return tag;
    }
}
