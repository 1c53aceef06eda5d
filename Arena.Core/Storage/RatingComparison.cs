using System.Globalization;
using Dapper;

namespace Arena.Core.Storage;

/// <summary>One rating table as it was, beside what it should have been.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Key">The columns of its key.</param>
/// <param name="Real">Columns that may differ by a rounding.</param>
/// <param name="Exact">Columns that may not differ at all.</param>
internal sealed record RatingComparison(
    string Table, IReadOnlyList<string> Key, IReadOnlyList<string> Real, IReadOnlyList<string> Exact)
{
    private const double Tolerance = 1e-9;

    private string Keys => string.Join(", ", Key);

    private string All => string.Join(", ", Key.Concat(Real).Concat(Exact));

    private string Before => $"temp.{Table}_before";

    /// <summary>The table for what should be in it.</summary>
    public string Expected => $"temp.{Table}_expected";

    /// <summary>Remembers the table as it is.</summary>
    public void Begin(WriteScope scope) => Execute(scope, $"""
        create temp table {Table}_before ({All}, present default 1, primary key ({Keys})) without rowid;
        create temp table {Table}_expected ({All}, present default 1, primary key ({Keys})) without rowid;
        insert into {Before} ({All}) select {All} from main.{Table};
        """);

    /// <summary>Says what the table should have been: these rows of what it is now.</summary>
    public void Expect(WriteScope scope, string condition) =>
        Execute(scope, $"insert into {Expected} ({All}) select {All} from main.{Table} where {condition}");

    /// <summary>Compares, unless there is nothing to compare with, and forgets what was remembered.</summary>
    public RecomputedTable End(WriteScope scope, bool isCompared)
    {
        var rows = scope.Connection.ExecuteScalar<long>($"select count(*) from main.{Table}", transaction: scope.Transaction);
        // Both in one pass: there are many rows, and as a rule none differs.
        var (largest, differing) = !isCompared ? (0, 0) : scope.Connection.QuerySingle<(double?, long?)>(
            $"select max({Largest}), sum({Differs}) from {Joined}", transaction: scope.Transaction);
        var report = new RecomputedTable(Table, rows, largest ?? 0, differing ?? 0, differing > 0 ? First(scope) : null);
        Execute(scope, $"drop table {Before}; drop table {Expected}");
        return report;
    }

    private string Joined => $"{Before} b full join {Expected} e using ({Keys})";

    private string Differs =>
        $"({Largest}) > {Tolerance.ToString("R", CultureInfo.InvariantCulture)} or b.present is null or e.present is null or "
        + string.Join(" or ", Real.Select(column => $"(b.{column} is null) <> (e.{column} is null)").Concat(Exact.Select(column => $"b.{column} is not e.{column}")));

    private string Largest => "max(0, " + string.Join(", ", Real.Select(column => $"coalesce(abs(b.{column} - e.{column}), 0)")) + ")";

    private string? First(WriteScope scope)
    {
        using var command = scope.Connection.CreateCommand();
        command.Transaction = scope.Transaction;
        command.CommandText = $"""
            select b.present, e.present, {Keys}, {string.Join(", ", Real.Concat(Exact).Select(column => $"b.{column}, e.{column}"))}
            from {Joined} where {Differs} order by {Keys} limit 1
            """;
        using var row = command.ExecuteReader();
        if (!row.Read())
            return null;
        var which = $"{Table} of {string.Join(", ", Key.Select((column, i) => $"{column} {Shown(row.GetValue(2 + i))}"))}";
        if (row.IsDBNull(0))
            return $"The row in {which} was missing.";
        if (row.IsDBNull(1))
            return $"The row in {which} follows from no battle.";
        var columns = Real.Concat(Exact).ToList();
        for (var i = 0; i < columns.Count; i++)
        {
            var (was, should) = (row.GetValue(2 + Key.Count + 2 * i), row.GetValue(3 + Key.Count + 2 * i));
            if (!Same(was, should))
                return $"The row in {which} had {columns[i]} {Shown(was)} where {Shown(should)} follows from the battles.";
        }

        return $"The row in {which} differed.";
    }

    private static bool Same(object was, object should) =>
        was is double x && should is double y ? Math.Abs(x - y) <= Tolerance : Equals(was, should);

    private static string Shown(object value) => value switch
    {
        DBNull => "nothing",
        string { Length: 0 } => "(all)",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static void Execute(WriteScope scope, string sql) => scope.Connection.Execute(sql, transaction: scope.Transaction);
}
