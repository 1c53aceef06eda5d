using System.Text;
using System.Text.Json;

namespace Arena.Core.Exchange;

/// <summary>The rows of a file with one JSON object a line. Strings and numbers are values; null is none.</summary>
internal sealed class JsonlSource : ImportSource
{
    private const int Unneeded = -1;

    private readonly Stream _stream;
    private readonly LineReader _lines;
    private readonly Dictionary<byte[], (int Column, int Preference)> _names = new(Utf8Keys.Comparer);
    private readonly Dictionary<byte[], (int Column, int Preference)>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<string> _unknown = [];
    private readonly bool[] _has = new bool[ImportColumns.Count];
    private readonly (int Start, int Length, int Preference)[] _values = new (int, int, int)[ImportColumns.Count];
    private byte[] _text = new byte[1 << 12];
    private int _used;
    private string? _fault;
    private bool _ended;

    /// <param name="stream">Disposed with the source.</param>
    public JsonlSource(Stream stream)
    {
        _stream = stream;
        _lines = new LineReader(stream, LongestRow);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public override long Line => _ended ? _lines.Line + 1 : _lines.Line;

    public override string? Fault => _fault;

    public override IReadOnlyCollection<string> Unknown => _unknown;

    public override ReadOnlySpan<byte> this[ImportColumn column] => _text.AsSpan(_values[(int)column].Start, _values[(int)column].Length);

    public override bool Has(ImportColumn column) => _has[(int)column];

    public override bool Read()
    {
        if (_ended)
            return false;
        try
        {
            while (_lines.TryRead(out var line))
            {
                if (line.Trim(" \t"u8).IsEmpty)
                    continue;
                _fault = Parse(line);
                return true;
            }

            return false;
        }
        catch (InvalidDataException e)
        {
            _ended = true;
            _fault = e.Message.Contains("MiB", StringComparison.Ordinal)
                ? $"{e.Message}; the rest was not read"
                : "the compressed data is damaged or cut off here; the rest was not read";
            return true;
        }
    }

    public override void Dispose() => _stream.Dispose();

    private string? Parse(ReadOnlySpan<byte> line)
    {
        _used = 0;
        Array.Clear(_values);
        var json = new Utf8JsonReader(line);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return "it is no JSON object";
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (column, preference) = ColumnOf(ref json);
                json.Read();
                if (column >= 0 && Take(ref json, column, preference) is { } fault)
                    return fault;
                json.Skip();
            }

            return json.Read() ? "text follows after the JSON object" : null;
        }
        catch (JsonException)
        {
            return "it is no whole JSON object";
        }
        catch (InvalidOperationException)
        {
            return "it holds text that is no Unicode";
        }
    }

    private (int Column, int Preference) ColumnOf(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped && _lookup.TryGetValue(json.ValueSpan, out var known))
            return known;
        var name = json.GetString()!;
        var found = ImportColumns.Find(name) is var (column, preference) ? ((int)column, preference) : (Unneeded, 0);
        // A file whose every row has names of its own must not fill the memory.
        if (_names.TryAdd(Encoding.UTF8.GetBytes(name), found) && found.Item1 < 0 && _unknown.Count < 100 && !ImportColumns.IsUnneeded(name))
            _unknown.Add(name);
        return found;
    }

    private string? Take(ref Utf8JsonReader json, int column, int preference)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False))
            return $"{ImportColumns.NameOf((ImportColumn)column)} is neither a text nor a number";
        _has[column] = true;
        ref var value = ref _values[column];
        if (value.Length > 0 && value.Preference < preference)
            return null;
        if (_text.Length < _used + json.ValueSpan.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + json.ValueSpan.Length));
        var length = json.TokenType == JsonTokenType.String ? json.CopyString(_text.AsSpan(_used)) : Copy(json.ValueSpan);
        value = (_used, length, preference);
        _used += length;
        return null;
    }

    private int Copy(ReadOnlySpan<byte> span)
    {
        span.CopyTo(_text.AsSpan(_used));
        return span.Length;
    }
}
