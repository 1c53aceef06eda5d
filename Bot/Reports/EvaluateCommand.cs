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
    /// <param name="file">A file of comparisons; null for the arena's own battles.</param>
    /// <param name="bradleyTerry">The rules of the board, given those of the settings.</param>
    /// <param name="elo">The rules of the game, given those of the settings.</param>
    public async Task<int> RunAsync(
        string? file, Func<BradleyTerryOptions, BradleyTerryOptions> bradleyTerry, Func<EloOptions, EloOptions> elo, bool json,
        CancellationToken cancellationToken)
    {
        var configuration = ArenaConfiguration.Load(environment);
        try
        {
            var table = file is null
                ? await ReadArenaAsync(configuration, cancellationToken)
                : FileImport.Read(Path.GetFullPath(file, environment.WorkingDirectory), new ImportOptions(), null, cancellationToken).Table;
            var result = Evaluation.Run(table, bradleyTerry(configuration.BradleyTerry()), elo(configuration.Elo()), cancellationToken);
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

    private static async Task<ComparisonTable> ReadArenaAsync(ArenaConfiguration configuration, CancellationToken cancellationToken)
    {
        var arena = await ArenaFile.OpenAsync(configuration.Storage(), cancellationToken);
        var table = new ComparisonTable();
        await foreach (var battle in arena.BattlesAsync(server: null, until: null, cancellationToken))
            table.Add(battle.Comparison);
        return table;
    }
}
