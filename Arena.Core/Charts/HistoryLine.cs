using Arena.Core.Leaderboards;

namespace Arena.Core.Charts;

/// <summary>A line of a history.</summary>
/// <param name="Series">What it shows; at least one point.</param>
/// <param name="Name">Stands at its end.</param>
/// <param name="Colour">Of both.</param>
internal sealed record HistoryLine(RatingSeries Series, string Name, string Colour);
