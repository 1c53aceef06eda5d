using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>Computes boards as the arena does, from battles that are not its own.</summary>
public static class ImportedBoards
{
    /// <summary>Computes the board of a system.</summary>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    /// <exception cref="InvalidOperationException">The same for the draws of the bootstrap.</exception>
    public static ImportedBoard Compute(ComparisonTable table, ImportedBoardOptions options, CancellationToken cancellationToken = default)
    {
        var fit = options.System == RatingSystem.BradleyTerry ? BradleyTerry.Fit(table, options.BradleyTerry, cancellationToken) : null;
        var records = Records(table);
        var models = options.System switch
        {
            RatingSystem.Score => ByScore(table, records),
            RatingSystem.Elo => ByElo(table, records, options),
            _ => ByFit(table, fit!, options, cancellationToken),
        };
        return new ImportedBoard(
            options.System, models, records.Sum(record => record.Battles) / 2, records.Sum(record => (long)record.Ballots) / 2, fit);
    }

    private static BattleRecord[] Records(ComparisonTable table)
    {
        var records = new BattleRecord[table.Models.Count];
        foreach (ref readonly var row in table.Rows)
        {
            if (row.Tally.Verdict is not { } verdict)
                continue;
            records[row.A] = records[row.A].With(verdict, playedA: true, row.Tally.Counted);
            records[row.B] = records[row.B].With(verdict, playedA: false, row.Tally.Counted);
        }

        return records;
    }

    private static List<ImportedStanding> ByScore(ComparisonTable table, BattleRecord[] records)
    {
        var rows = records.Index().Where(model => model.Item.Battles > 0)
            .Select(model => new ImportedStanding(
                table.Models[model.Index], Score.Of(model.Item.Wins, model.Item.Battles), null, null, null, model.Item))
            .OrderByDescending(row => row.Rating).ThenByDescending(row => row.Record.Battles).ThenBy(row => row.Model, CodePointComparer.Instance);
        return Ranked(rows, (row, before) => row.Rating.Equals(before.Rating) && row.Record.Battles == before.Record.Battles);
    }

    private static List<ImportedStanding> ByElo(ComparisonTable table, BattleRecord[] records, ImportedBoardOptions options)
    {
        var elo = EloReplay.Run(table, options.Elo);
        var rows = Placed(
            records.Index().Where(model => model.Item.Battles > 0)
                .Select(model => new ImportedStanding(table.Models[model.Index], elo[model.Index], null, null, null, model.Item)),
            options.BradleyTerry.ProvisionalBattles).ToList();
        var established = rows.Count(row => row.Record.Battles >= options.BradleyTerry.ProvisionalBattles);
        return [.. Ranked(rows.Take(established), (row, before) => row.Rating.Equals(before.Rating)), .. rows.Skip(established)];
    }

    private static List<ImportedStanding> ByFit(
        ComparisonTable table, BradleyTerryFit fit, ImportedBoardOptions options, CancellationToken cancellationToken)
    {
        var drawn = options.BootstrapRounds is { } rounds
            ? BradleyTerryBootstrap.Run(table, fit, rounds, options.Seed, cancellationToken)
            : null;
        var (lower, upper) = drawn is null
            ? (new Func<int, double>(fit.Lower), new Func<int, double>(fit.Upper))
            : (drawn.Lower, drawn.Upper);
        var provisional = Enumerable.Range(0, fit.Models.Count).Select(fit.IsProvisional).ToArray();
        var ranks = Ranking.ByInterval(
            [.. provisional.Index().Select(model => lower(model.Index))], [.. provisional.Index().Select(model => upper(model.Index))], provisional);
        return
        [
            .. Placed(
                fit.Models.Index().Select(model => new ImportedStanding(
                    model.Item, fit.Rating(model.Index), lower(model.Index), upper(model.Index), ranks[model.Index], fit.Records[model.Index])),
                options.BradleyTerry.ProvisionalBattles),
        ];
    }

    private static IEnumerable<ImportedStanding> Placed(IEnumerable<ImportedStanding> rows, int provisionalBattles) => rows
        .OrderBy(row => row.Record.Battles < provisionalBattles)
        .ThenByDescending(row => row.Rating)
        .ThenBy(row => row.Model, CodePointComparer.Instance);

    private static List<ImportedStanding> Ranked(IEnumerable<ImportedStanding> rows, Func<ImportedStanding, ImportedStanding, bool> areLevel)
    {
        var ranked = new List<ImportedStanding>();
        foreach (var row in rows)
        {
            var rank = ranked.Count > 0 && areLevel(row, ranked[^1]) ? ranked[^1].Rank : ranked.Count + 1;
            ranked.Add(row with { Rank = rank });
        }

        return ranked;
    }
}
