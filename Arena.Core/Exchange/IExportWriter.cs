namespace Arena.Core.Exchange;

/// <summary>Writes rows in one format. Disposing writes what is left and leaves the stream open.</summary>
internal interface IExportWriter : IAsyncDisposable
{
    Task WriteAsync(ExportRow row, CancellationToken cancellationToken);
}
