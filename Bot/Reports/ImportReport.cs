using Arena.Core.Exchange;

namespace Bot.Reports;

/// <summary>What came of an import.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Battles">What the file holds.</param>
/// <param name="Board">The board.</param>
/// <param name="Time">From opening the file to the finished board.</param>
internal sealed record ImportReport(ImportRequest Request, ImportedBattles Battles, ImportedBoard Board, TimeSpan Time)
{
    public double RowsPerSecond => Battles.Rows / Math.Max(Time.TotalSeconds, 1e-9);
}
