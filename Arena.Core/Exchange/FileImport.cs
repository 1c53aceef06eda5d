using System.Diagnostics;
using System.Text;

namespace Arena.Core.Exchange;

/// <summary>Reads a file of comparisons, ours or another tool's; see docs/exchange.md.</summary>
public static class FileImport
{
    private const int RowsBetweenLooks = 1024;

    /// <summary>Reads the whole file. Rows that can not be used are named and passed over.</summary>
    /// <param name="path">CSV, TSV or JSON lines, possibly compressed with gzip.</param>
    /// <param name="options">What of it is read.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportException">The file can not be used at all.</exception>
    public static ImportedBattles Read(string path, ImportOptions options, ImportProgress? progress, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var source = ImportFile.Open(path, progress ?? new ImportProgress());
        var models = new ModelNumbers();
        var parser = new RowParser(source, models);
        var battles = new BattleCollector();
        var category = options.Category is null ? null : Encoding.UTF8.GetBytes(options.Category);
        var bad = new List<BadRow>();
        var (rows, badCount) = (0L, 0L);
        while (source.Read())
        {
            if (rows++ % RowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var wrong = parser.TryRead(out var row);
            if (wrong is null && (category is null || source[ImportColumn.Category].SequenceEqual(category)))
                wrong = battles.Add(row, source[ImportColumn.BattleId]);
            if (wrong is null)
                continue;
            if (badCount++ < options.BadRowsKept)
                bad.Add(new BadRow(source.Line, wrong));
        }

        if (rows == 0)
            throw new ImportException($"{path} has no rows.");
        if (badCount == rows)
            throw new ImportException($"No row of {path} can be used. The first is line {bad[0].Line}: {bad[0].Reason}.");
        if (battles.Ballots == 0)
        {
            throw new ImportException(options.Category is { } only && battles.Offered == 0
                ? $"{path} has no rows of the category {only}."
                : $"No row of {path} weighs more than 0.");
        }

        var table = battles.ToTable(models.Names);
        return new ImportedBattles(table, rows, battles.Ballots, bad, badCount, source.Unknown, clock.Elapsed);
    }
}
