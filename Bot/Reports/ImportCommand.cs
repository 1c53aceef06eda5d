using System.Diagnostics;
using System.Globalization;
using Arena.Core.Exchange;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Bot.Hosting;
using Spectre.Console;

namespace Bot.Reports;

/// <summary>Computes a board from a file. The arena's data is not touched, and need not be there.</summary>
internal sealed class ImportCommand(Terminal terminal)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    public async Task<int> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var report = await WithProgressAsync(request, progress => Compute(request, progress, cancellationToken));
            await WriteNotesAsync(report.Battles);
            await terminal.Output.WriteLineAsync(request.Json ? ImportJson.Of(report) : ImportTable.Of(report, terminal));
            return 0;
        }
        catch (ImportException exception)
        {
            await terminal.Errors.WriteLineAsync(DisplayText.Clean(exception.Message));
        }
        catch (NotConnectedException exception)
        {
            await terminal.Errors.WriteLineAsync($"{DisplayText.Clean(exception.Message)} A --prior above 0 places them.");
        }
        catch (InvalidOperationException exception) when (request.Board.BootstrapRounds is not null)
        {
            await terminal.Errors.WriteLineAsync(exception.Message);
        }

        return 1;
    }

    private static ImportReport Compute(ImportRequest request, ImportProgress progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var battles = FileImport.Read(request.File, request.Reading, progress, cancellationToken);
        var board = ImportedBoards.Compute(battles.Table, request.Board, cancellationToken);
        return new ImportReport(request, battles, board, clock.Elapsed);
    }

    private async Task<ImportReport> WithProgressAsync(ImportRequest request, Func<ImportProgress, ImportReport> compute)
    {
        var progress = new ImportProgress();
        var computing = Task.Run(() => compute(progress));
        if (request.Json || !terminal.IsInteractive)
            return await computing;
        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var reading = context.AddTask(Markup.Escape(DisplayText.Clean(Path.GetFileName(request.File))));
            while (await Task.WhenAny(computing, Task.Delay(Beat)) != computing)
                reading.Value(100.0 * progress.Read / Math.Max(1, progress.Length));
        });
        return await computing;
    }

    private async Task WriteNotesAsync(ImportedBattles battles)
    {
        if (battles.UnknownColumns.Count > 0)
            await terminal.Errors.WriteLineAsync($"Passed over, not known: {string.Join(", ", battles.UnknownColumns.Select(DisplayText.Clean))}.");
        foreach (var bad in battles.BadRows)
            await terminal.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {bad.Line}: {bad.Reason}"));
        if (battles.BadRowCount > battles.BadRows.Count)
        {
            await terminal.Errors.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"and {battles.BadRowCount - battles.BadRows.Count:N0} more rows that can not be used"));
        }
    }
}
