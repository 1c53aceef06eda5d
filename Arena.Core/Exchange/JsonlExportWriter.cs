using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Arena.Core.Exchange;

/// <summary>One JSON object a line, with the same members in the same order as the columns of the CSV file.</summary>
internal sealed class JsonlExportWriter : IExportWriter
{
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;

    public JsonlExportWriter(Stream stream)
    {
        _stream = stream;
        // Names stay readable; the file is no part of a web page.
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public async Task WriteAsync(ExportRow row, CancellationToken cancellationToken)
    {
        WriteObject(row);
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount < FlushAt)
            return;
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.WriteAsync(_buffer.WrittenMemory);
        await _stream.FlushAsync();
        await _json.DisposeAsync();
    }

    private void WriteObject(ExportRow row)
    {
        var comparison = row.Battle.Comparison;
        _json.WriteStartObject();
        _json.WriteString("question_id", row.QuestionId);
        _json.WriteString("model_a", comparison.ModelA);
        _json.WriteString("model_b", comparison.ModelB);
        _json.WriteString("winner", row.Winner);
        _json.WriteString("judge", row.Judge);
        _json.WriteNumber("turn", ExportRow.Turn);
        _json.WriteBoolean("anony", true);
        _json.WriteString("language", row.Language);
        _json.WriteNumber("tstamp", row.Time);
        _json.WriteNumber("battle_id", comparison.Battle);
        _json.WriteNumber("weight", row.Weight);
        _json.WriteString("category", row.Battle.Category);
        WriteNumbers(ExportRow.Columns.Count - 14, row.Draw(), _json.WriteNumber);
        WriteNumbers(ExportRow.Columns.Count - 9, row.Styles(), _json.WriteNumber);
        _json.WriteNumber("damping", comparison.Damping);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
    }

    private void WriteNumbers<T>(int first, T?[] values, Action<string, T> write) where T : struct
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                write(ExportRow.Columns[first + i], value);
            else
                _json.WriteNull(ExportRow.Columns[first + i]);
        }
    }
}
