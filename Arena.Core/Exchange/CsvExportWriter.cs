using CsvHelper;

namespace Arena.Core.Exchange;

/// <summary>
/// RFC 4180. Values stand as they are: a model named <c>=cmd</c> is written so, since what reads these files are data tools and a
/// changed name would be another model.
/// </summary>
internal sealed class CsvExportWriter : IExportWriter
{
    private readonly CsvWriter _csv;

    public CsvExportWriter(Stream stream)
    {
        _csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", TrueValue = "true", Injection = CsvInjection.None }, leaveOpen: true);
        _csv.WriteHeader([.. ExportRow.Columns]);
    }

    public Task WriteAsync(ExportRow row, CancellationToken cancellationToken)
    {
        var comparison = row.Battle.Comparison;
        _csv.WriteField(row.QuestionId);
        _csv.WriteField(comparison.ModelA);
        _csv.WriteField(comparison.ModelB);
        _csv.WriteField(row.Winner);
        _csv.WriteField(row.Judge);
        _csv.WriteField(ExportRow.Turn);
        _csv.WriteField(true);
        _csv.WriteField(row.Language);
        _csv.WriteField(row.Time, "0.000");
        _csv.WriteField(comparison.Battle);
        _csv.WriteField(row.Weight);
        _csv.WriteField(row.Battle.Category);
        foreach (var value in row.Draw())
            _csv.WriteField(value);
        foreach (var value in row.Styles())
            _csv.WriteField(value);
        _csv.WriteField(comparison.Damping);
        return _csv.EndRecordAsync(cancellationToken).AsTask();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
