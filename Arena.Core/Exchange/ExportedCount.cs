namespace Arena.Core.Exchange;

/// <summary>What an exported file holds.</summary>
/// <param name="Battles">Settled battles with a counted ballot.</param>
/// <param name="Ballots">Their counted ballots, a row each.</param>
public readonly record struct ExportedCount(int Battles, long Ballots);
