using Arena.Core.Exchange;
using Arena.Core.Leaderboards;
using Arena.Core.Ratings;
using Arena.Core.Storage;
using Bot.Configuration;
using Bot.Hosting;

namespace Bot.Reports;

/// <summary>Judges the ratings by the ballots they did not see: of the arena's own battles, or of a file.</summary>
internal sealed class EvaluateCommand(ArenaEnvironment environment, Terminal terminal)
{
    public async Task<int> RunAsync(string? file, BradleyTerryOptions bradleyTerry, EloOptions elo, bool json, CancellationToken cancellationToken)
    {
        try
        {
            var table = file is null
                ? await ReadArenaAsync(cancellationToken)
                : FileImport.Read(Path.GetFullPath(file, environment.WorkingDirectory), new ImportOptions(), null, cancellationToken).Table;
            var result = Evaluation.Run(table, bradleyTerry, elo, cancellationToken);
            await terminal.Output.WriteLineAsync(json ? EvaluationText.Json(result) : EvaluationText.Lines(result));
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

        return 1;
    }

    private async Task<ComparisonTable> ReadArenaAsync(CancellationToken cancellationToken)
    {
        var arena = await ArenaFile.OpenAsync(ArenaConfiguration.Load(environment).Storage(), cancellationToken);
        var table = new ComparisonTable();
        await foreach (var battle in arena.BattlesAsync(server: null, until: null, cancellationToken))
            table.Add(battle.Comparison);
        return table;
    }
}
