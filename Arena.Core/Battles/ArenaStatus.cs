using Arena.Core.Inference;

namespace Arena.Core.Battles;

/// <summary>How the arena stands; tells nothing about which models are playing right now.</summary>
/// <param name="Queued">Battles that wait.</param>
/// <param name="Generating">Battles being answered.</param>
/// <param name="Voting">Votes that are open.</param>
/// <param name="Settled">Battles settled so far; duels are none of them.</param>
/// <param name="ExpectedWait">For a battle asked for now; null while nothing is known.</param>
/// <param name="ActiveModels">Models that can be drawn.</param>
/// <param name="Fleet">The nodes, as they answered just now.</param>
public sealed record ArenaStatus(
    int Queued, int Generating, int Voting, long Settled, TimeSpan? ExpectedWait, int ActiveModels, FleetStatus Fleet);
