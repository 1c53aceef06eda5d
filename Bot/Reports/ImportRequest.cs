using Arena.Core.Exchange;

namespace Bot.Reports;

/// <summary>What <c>ratings import</c> was asked for.</summary>
/// <param name="File">The file of comparisons.</param>
/// <param name="Reading">What of it is read.</param>
/// <param name="Board">How the board is computed.</param>
/// <param name="Json">One JSON object instead of a table.</param>
internal sealed record ImportRequest(string File, ImportOptions Reading, ImportedBoardOptions Board, bool Json);
