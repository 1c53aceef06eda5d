namespace Arena.Core.Storage;

/// <summary>The columns of a rating table by what they are for.</summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The columns of its key, in order.</param>
/// <param name="Real">Columns that may differ by a rounding.</param>
/// <param name="Exact">Columns of whole numbers, that may not differ at all.</param>
internal sealed record RatingTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<string> Real, IReadOnlyList<string> Exact)
{
    /// <summary>All rows in order of the key, with the columns in the order in which they stand here.</summary>
    public string Select { get; } = $"select {string.Join(", ", [.. Key, .. Real, .. Exact])} from {Name} order by {string.Join(", ", Key)}";
}
