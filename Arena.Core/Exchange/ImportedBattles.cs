using Arena.Core.Ratings;

namespace Arena.Core.Exchange;

/// <summary>What a file of comparisons holds.</summary>
/// <param name="Table">Its battles.</param>
/// <param name="Rows">All rows, bad ones too, without the header.</param>
/// <param name="Ballots">The ballots in the battles.</param>
/// <param name="BadRows">The first rows that could not be used.</param>
/// <param name="BadRowCount">All of those.</param>
/// <param name="UnknownColumns">Columns that were passed over because nobody knows them.</param>
/// <param name="Time">How long the reading took.</param>
public sealed record ImportedBattles(
    ComparisonTable Table, long Rows, long Ballots, IReadOnlyList<BadRow> BadRows, long BadRowCount, IReadOnlyCollection<string> UnknownColumns,
    TimeSpan Time);
