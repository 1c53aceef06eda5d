namespace Arena.Core.Exchange;

/// <summary>What of a file is read.</summary>
public sealed record ImportOptions
{
    /// <summary>Only rows of this category; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>How many bad rows are kept with their reasons; the others are counted.</summary>
    public int BadRowsKept { get; init; } = 10;
}
