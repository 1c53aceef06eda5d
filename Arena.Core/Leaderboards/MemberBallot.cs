using Arena.Core.Battles;
using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>A member's ballot in a settled battle.</summary>
/// <param name="ModelA">Tag of the model on side A.</param>
/// <param name="ModelB">Tag of the model on side B.</param>
/// <param name="SettledAt">When the battle settled.</param>
/// <param name="Counted">The choice that counts; null where the ballot is kept and not counted.</param>
/// <param name="Others">The counted ballots of everybody else in that battle.</param>
internal readonly record struct MemberBallot(string ModelA, string ModelB, DateTimeOffset SettledAt, Choice? Counted, Tally Others);
