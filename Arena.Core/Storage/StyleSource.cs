using System.Data;
using Arena.Core.Ratings;

namespace Arena.Core.Storage;

/// <summary>How the answers of settled battles are written, read beside the battles in the same order.</summary>
internal sealed class StyleSource : IDisposable
{
    private const string Select = """
        select b.settled_at, a.side, sum(a.output_tokens),
            case when count(a.headings) = count(*) then sum(a.headings) end,
            case when count(a.list_items) = count(*) then sum(a.list_items) end,
            case when count(a.bold) = count(*) then sum(a.bold) end
        from battles b cross join answers a on a.battle_id = b.id
        """;

    private readonly IDbCommand _command;
    private readonly IDataReader _rows;
    private bool _hasRow;

    public StyleSource(IDbConnection connection, IDbTransaction? transaction, ComparisonFilter filter)
    {
        _command = ComparisonSource.Command(
            connection, transaction, $"{Select} where {filter.Condition()} group by b.settled_at, a.side order by b.settled_at, a.side", filter);
        _rows = _command.ExecuteReader();
        _hasRow = _rows.Read();
    }

    /// <summary>The styles of the battle that settled at this instant, which is later than that of the call before.</summary>
    public (AnswerStyle? A, AnswerStyle? B) Of(long settledAt)
    {
        while (_hasRow && _rows.GetInt64(0) < settledAt)
            _hasRow = _rows.Read();
        AnswerStyle? a = null, b = null;
        for (; _hasRow && _rows.GetInt64(0) == settledAt; _hasRow = _rows.Read())
        {
            if (_rows.GetString(1) == "A")
                a = Style();
            else
                b = Style();
        }

        return (a, b);
    }

    public void Dispose()
    {
        _rows.Dispose();
        _command.Dispose();
    }

    private AnswerStyle? Style() => _rows.IsDBNull(3) || _rows.IsDBNull(4) || _rows.IsDBNull(5)
        ? null
        : new AnswerStyle(_rows.GetInt32(2), _rows.GetInt32(3), _rows.GetInt32(4), _rows.GetInt32(5));
}
