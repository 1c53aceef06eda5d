namespace Arena.Core.Storage;

/// <summary>What recomputing found in one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">Its rows afterwards.</param>
/// <param name="LargestDifference">The largest difference of a rating or of an end of an interval, in the system's unit; rows that stood on one side only have none.</param>
/// <param name="Differing">Rows that were missing, that should not have been there, or that differed beyond 1e-9.</param>
/// <param name="First">One sentence about the first of these, in order of the table's key; null when there is none.</param>
public sealed record RecomputedTable(string Name, long Rows, double LargestDifference, long Differing, string? First);
