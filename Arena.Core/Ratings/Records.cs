namespace Arena.Core.Ratings;

/// <summary>Wins, losses and ties of every model, counted from the stored battles.</summary>
public static class Records
{
    /// <summary>Counts the battles of one scope, in any order; battles without a counted ballot count nowhere.</summary>
    /// <returns>The record of each model that has a counted battle, by tag.</returns>
    public static IReadOnlyDictionary<string, BattleRecord> Of(IEnumerable<Comparison> comparisons)
    {
        var records = new Dictionary<string, BattleRecord>(StringComparer.Ordinal);
        foreach (var comparison in comparisons)
        {
            if (comparison.Tally.Verdict is not { } verdict)
                continue;
            var ballots = comparison.Tally.Counted;
            records[comparison.ModelA] = records.GetValueOrDefault(comparison.ModelA).With(verdict, playedA: true, ballots);
            records[comparison.ModelB] = records.GetValueOrDefault(comparison.ModelB).With(verdict, playedA: false, ballots);
        }

        return records;
    }
}
