using System.Globalization;

namespace Arena.Core.Storage;

/// <summary>
/// A rating table held against the rows that follow from the battles. Both come in the order of the key, so one pass over both is enough.
/// </summary>
/// <param name="isDue">Whether a row that is not stored should have been.</param>
internal sealed class RatingComparison<T>(Func<T, bool> isDue) where T : IRatingTableRow<T>
{
    private const double Tolerance = 1e-9;

    private readonly List<T> _notDue = [];
    private double _largest;
    private long _differing;
    private string? _first;

    /// <summary>Rows that follow from the battles, are not stored, and were not due yet.</summary>
    public IReadOnlyList<T> NotDue => _notDue;

    /// <param name="scope">Where the table is read.</param>
    /// <param name="expected">What it should hold, in the order of its key.</param>
    public RecomputedTable Run(WriteScope scope, IEnumerable<T> expected)
    {
        using var command = scope.Connection.CreateCommand();
        (command.CommandText, command.Transaction) = (T.Table.Select, scope.Transaction);
        using var stored = command.ExecuteReader();
        using var due = expected.GetEnumerator();
        var (isStored, isExpected) = (stored.Read(), due.MoveNext());
        var row = isStored ? T.Read(stored) : default!;
        var rows = 0L;
        while (isStored || isExpected)
        {
            var order = !isExpected ? -1 : !isStored ? 1 : row.CompareKey(due.Current);
            if (order < 0)
                Differs(row, "The row in {0} follows from no battle.");
            else if (order > 0)
                Miss(due.Current);
            else
                Hold(row, due.Current);

            if (order >= 0)
                isExpected = due.MoveNext();
            if (order > 0)
                continue;
            rows++;
            isStored = stored.Read();
            row = isStored ? T.Read(stored) : default!;
        }

        return new RecomputedTable(T.Table.Name, rows, _largest, _differing, _first);
    }

    private void Miss(T row)
    {
        if (isDue(row))
            Differs(row, "The row in {0} was missing.");
        else
            _notDue.Add(row);
    }

    private void Hold(T was, T should)
    {
        string? first = null;
        for (var i = 0; i < T.Table.Real.Count; i++)
        {
            var (x, y) = (was.Real(i), should.Real(i));
            var apart = x is { } a && y is { } b ? Math.Abs(a - b) : 0;
            _largest = Math.Max(_largest, apart);
            if (apart > Tolerance || x is null != y is null)
                first ??= Said(T.Table.Real[i], x, y);
        }

        for (var i = 0; i < T.Table.Exact.Count; i++)
        {
            if (was.Exact(i) != should.Exact(i))
                first ??= Said(T.Table.Exact[i], was.Exact(i), should.Exact(i));
        }

        if (first is not null)
            Differs(was, first);
    }

    private void Differs(T row, string sentence)
    {
        _differing++;
        _first ??= string.Format(CultureInfo.InvariantCulture, sentence, Which(row));
    }

    private static string Said(string column, object? was, object? should) =>
        $"The row in {{0}} had {column} {Shown(was)} where {Shown(should)} follows from the battles.";

    private static string Which(T row) => $"{T.Table.Name} of {string.Join(", ", T.Table.Key.Select((column, i) => $"{column} {Shown(row.Key(i))}"))}";

    private static string Shown(object? value) => value switch
    {
        null => "nothing",
        string { Length: 0 } => "(all)",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
