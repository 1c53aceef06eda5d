namespace Arena.Core.Storage;

/// <summary>What came of computing all rating tables again.</summary>
/// <param name="Battles">Battles that count.</param>
/// <param name="Tables">Each rating table.</param>
/// <param name="BoardsBehind">Official boards that lacked battles when the arena last ended; that is no difference.</param>
/// <param name="RulesChanged">What changed in the settings since the ratings were made, so that nothing was compared; else null.</param>
public sealed record RecomputeReport(int Battles, IReadOnlyList<RecomputedTable> Tables, int BoardsBehind, string? RulesChanged)
{
    /// <summary>Whether anything stood there that did not follow from the battles.</summary>
    public bool Differed => Tables.Any(table => table.Differing > 0);

    /// <summary>One sentence about the first row that differed; null when none did.</summary>
    public string? First => Tables.FirstOrDefault(table => table.First is not null)?.First;
}
