using System.Globalization;
using System.IO.Compression;
using Arena.Core.Exchange;
using Arena.Core.Storage;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Reports;

/// <summary>Writes the ballots of the database to a file or to standard output.</summary>
internal sealed class ExportCommand(ArenaEnvironment environment, Terminal terminal)
{
    public async Task<int> RunAsync(string? file, ExportFormat? format, ServerId? server, CancellationToken cancellationToken)
    {
        var configuration = ArenaConfiguration.Load(environment);
        var arena = await ArenaFile.OpenAsync(configuration.Storage(), cancellationToken);
        var export = new ServerExport(arena, configuration.BradleyTerry());
        if (file is null)
        {
            await using var output = new TextWriterStream(terminal.Output);
            await export.WriteAsync(server, format ?? ExportFormat.Csv, output, cancellationToken);
            return 0;
        }

        var target = Path.GetFullPath(file, environment.WorkingDirectory);
        var rows = await WriteAsync(export, target, format ?? FormatOf(target), server, cancellationToken);
        await terminal.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{rows:N0} {(rows == 1 ? "ballot" : "ballots")} written to {target}"));
        return 0;
    }

    // The file appears whole or not at all.
    private static async Task<long> WriteAsync(
        ServerExport export, string target, ExportFormat format, ServerId? server, CancellationToken cancellationToken)
    {
        if (Path.Exists(target))
            throw new IOException($"{target} exists already.");
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        var partial = target + ".partial";
        try
        {
            long rows;
            await using (var stream = Create(partial, IsCompressed(target)))
                rows = (await export.WriteAsync(server, format, stream, cancellationToken)).Ballots;
            File.Move(partial, target);
            return rows;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static Stream Create(string path, bool compressed)
    {
        var file = File.Create(path);
        return compressed ? new GZipStream(file, CompressionLevel.Optimal) : file;
    }

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static ExportFormat FormatOf(string path) =>
        Path.GetExtension(IsCompressed(path) ? path[..^".gz".Length] : path).ToLowerInvariant() is ".jsonl" or ".ndjson" ? ExportFormat.Jsonl : ExportFormat.Csv;
}
