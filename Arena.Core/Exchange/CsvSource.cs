using CsvHelper;

namespace Arena.Core.Exchange;

/// <summary>The rows of a CSV file (RFC 4180; comma, semicolon, tab or bar).</summary>
internal sealed class CsvSource : ImportSource
{
    private readonly CsvReader _csv;
    private readonly int[] _places = new int[ImportColumns.Count];
    private readonly List<string> _unknown = [];
    private readonly int _columns;
    private (long Line, CsvMalformedReason Reason) _malformed;
    private string? _broken;

    /// <param name="stream">Disposed with the source.</param>
    /// <param name="separator">Null to find it out.</param>
    /// <exception cref="ImportException">A required column is missing.</exception>
    public CsvSource(Stream stream, char? separator)
    {
        _csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = separator,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            BufferSize = 1 << 20,
            OnMalformedRecord = record => _malformed = (record.LineNumber, record.Reason),
        });
        Array.Fill(_places, -1);
        try
        {
            _csv.ReadHeader();
        }
        catch (CsvFormatException e)
        {
            throw new ImportException($"The first line is no header of a table: {e.Message}", e);
        }

        _columns = _csv.Headers.Count;
        Place(_csv.Headers);
        var missing = ImportColumns.Required.Where(column => !Has(column)).Select(ImportColumns.NameOf).ToList();
        if (missing.Count > 0)
            throw new ImportException($"It has no column {string.Join(", ", missing)}: model_a, model_b and winner are needed.");
    }

    public override long Line => _csv.LineNumber;

    public override string? Fault => _broken ?? (
        _malformed.Line == _csv.LineNumber && _malformed.Reason == CsvMalformedReason.UnterminatedQuote ? "a quote is opened and never closed"
        : _malformed.Line == _csv.LineNumber && _malformed.Reason == CsvMalformedReason.TextAfterClosingQuote ? "text follows after a closing quote"
        : _csv.FieldCount != _columns ? $"it has {_csv.FieldCount} of {_columns} fields"
        : null);

    public override IReadOnlyCollection<string> Unknown => _unknown;

    public override ReadOnlySpan<byte> this[ImportColumn column] => _places[(int)column] is >= 0 and var place ? _csv.GetSpan(place) : default;

    public override bool Has(ImportColumn column) => _places[(int)column] >= 0;

    public override bool Read()
    {
        if (_broken is not null)
            return false;
        try
        {
            return _csv.Read();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            // Nothing can be told about what follows: this is the last row, and it is a bad one.
            _broken = e is CsvFormatException
                ? $"a row does not end within {LongestRow >> 20} MiB; the rest was not read"
                : "the compressed data is damaged or cut off here; the rest was not read";
            return true;
        }
    }

    public override void Dispose() => _csv.Dispose();

    private void Place(IReadOnlyList<string> headers)
    {
        var preferences = new int[ImportColumns.Count];
        var taken = new HashSet<int>();
        foreach (var (place, name) in headers.Index())
        {
            if (ImportColumns.Find(name) is not var (column, preference))
                continue;
            ref var present = ref _places[(int)column];
            if (present >= 0 && preferences[(int)column] <= preference)
                continue;
            taken.Remove(present);
            taken.Add(place);
            (present, preferences[(int)column]) = (place, preference);
        }

        _unknown.AddRange(headers.Index().Where(h => !taken.Contains(h.Index) && !ImportColumns.IsUnneeded(h.Item)).Select(h => h.Item));
    }
}
