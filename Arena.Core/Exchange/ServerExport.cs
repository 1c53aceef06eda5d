using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>Writes the counted ballots of settled battles in the columns that the field's tools read, members pseudonymised.</summary>
/// <param name="store">The battles.</param>
/// <param name="options">The rules of the arena's own fit, which the weights are of.</param>
public sealed class ServerExport(IExportStore store, BradleyTerryOptions options)
{
    /// <summary>Writes one row for each ballot, as they are read: the file is never whole in memory.</summary>
    /// <param name="server">One server's ballots and no others, or null for those of all servers.</param>
    /// <param name="format">CSV or JSON lines.</param>
    /// <param name="stream">Written from where it stands, and left open.</param>
    /// <param name="cancellationToken">Ends the writing in the middle.</param>
    /// <returns>What the file holds.</returns>
    public async Task<ExportedCount> WriteAsync(ServerId? server, ExportFormat format, Stream stream, CancellationToken cancellationToken)
    {
        var names = new Pseudonyms(await store.KeyAsync(cancellationToken));
        var draws = await DrawWeighing.ReadAsync(store, server, options.DrawWeights, cancellationToken);
        await using IExportWriter writer = format == ExportFormat.Csv ? new CsvExportWriter(stream) : new JsonlExportWriter(stream);
        var (battles, rows) = (0, 0L);
        await foreach (var battle in store.BattlesAsync(server, draws.Until, cancellationToken))
        {
            foreach (var row in RowsOf(battle, names, draws))
            {
                await writer.WriteAsync(row, cancellationToken);
                rows++;
            }

            battles++;
        }

        return new ExportedCount(battles, rows);
    }

    private IEnumerable<ExportRow> RowsOf(ExportedBattle battle, Pseudonyms names, DrawWeighing draws)
    {
        // A battle of n ballots weighs d u n / (1 + (n − 1) ρ), each of them its n-th part.
        var weight = battle.Comparison.Damping * draws.Of(battle.Comparison) / (1 + (battle.Ballots.Count - 1) * options.Rho);
        var question = names.OfPrompt(battle.Server, battle.Prompt);
        return battle.Ballots
            .Select(ballot => new ExportRow(battle, question, names.OfMember(battle.Server, ballot.Member), ballot.Choice, weight))
            // By pseudonym: the order of member ids would tell who joined Discord before whom.
            .OrderBy(row => row.Judge, StringComparer.Ordinal);
    }
}
