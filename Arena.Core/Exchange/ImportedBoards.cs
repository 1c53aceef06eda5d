using Arena.Core.Leaderboards;
using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>Computes boards as the arena does, from battles that are not its own.</summary>
public static class ImportedBoards
{
    // Beyond this the matrices of a fit take minutes and gigabytes.
    private const int MostFitted = 2_000;

    /// <summary>Computes the board of a system.</summary>
    /// <exception cref="NotConnectedException">The prior is 0 and the battles do not connect all models both ways.</exception>
    /// <exception cref="InvalidOperationException">The same for the draws of the bootstrap.</exception>
    /// <exception cref="ImportException">Style is to be held equal and was not recorded, or there are too many models for a fit.</exception>
    public static ImportedBoard Compute(ComparisonTable table, ImportedBoardOptions options, CancellationToken cancellationToken = default)
    {
        if (options.System == RatingSystem.BradleyTerry && table.Models.Count > MostFitted)
        {
            throw new ImportException(
                $"The file names {DisplayNumbers.Count(table.Models.Count)} models, and a fit takes {DisplayNumbers.Count(MostFitted)} at most. "
                + "Are model_a and model_b the right columns? Elo and Score take any number.");
        }

        if (options.System == RatingSystem.BradleyTerry)
            return options.HoldStyleEqual ? Styled(table, options, cancellationToken) : Fitted(table, options, cancellationToken);
        var records = Records(table);
        return new ImportedBoard(
            options.System,
            options.System == RatingSystem.Score ? ByScore(table, records) : ByElo(table, records, options),
            records.Sum(record => record.Battles) / 2, records.Sum(record => (long)record.Ballots) / 2, null, null);
    }

    private static ImportedBoard Fitted(ComparisonTable table, ImportedBoardOptions options, CancellationToken cancellationToken)
    {
        var fit = BradleyTerry.Fit(table, options.BradleyTerry, cancellationToken);
        if (options.BootstrapRounds is not { } rounds)
            return new ImportedBoard(options.System, ByFit(fit, fit.Lower, fit.Upper), fit.Battles, fit.Ballots, fit, null);
        var drawn = BradleyTerryBootstrap.Run(table, fit, rounds, options.Seed, cancellationToken);
        return new ImportedBoard(options.System, ByFit(fit, drawn.Lower, drawn.Upper), fit.Battles, fit.Ballots, fit, null);
    }

    private static ImportedBoard Styled(ComparisonTable table, ImportedBoardOptions options, CancellationToken cancellationToken)
    {
        var fit = StyleControl.Fit(table, options.BradleyTerry, cancellationToken);
        return fit.Battles > 0
            ? new ImportedBoard(options.System, ByFit(fit, fit.Lower, fit.Upper), fit.Battles, fit.Ballots, null, fit)
            : throw new ImportException("No battle has the style of both answers: tokens, headings, list_items and bold of each side are needed.");
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

    private static List<ImportedStanding> ByFit(StrengthFit fit, Func<int, double> lower, Func<int, double> upper)
    {
        var models = Enumerable.Range(0, fit.Models.Count).ToArray();
        var ranks = Ranking.ByInterval([.. models.Select(lower)], [.. models.Select(upper)], [.. models.Select(fit.IsProvisional)]);
        return
        [
            .. Placed(
                models.Select(i => new ImportedStanding(fit.Models[i], fit.Rating(i), lower(i), upper(i), ranks[i], fit.Records[i])),
                fit.Options.ProvisionalBattles),
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
