using Arena.Core.Ratings;

namespace Arena.Core.Leaderboards;

/// <summary>Two models beside each other.</summary>
/// <param name="Scope">What is counted.</param>
/// <param name="A">The first model's card.</param>
/// <param name="B">The second model's card.</param>
/// <param name="NameA">What pictures call the first.</param>
/// <param name="NameB">What pictures call the second.</param>
/// <param name="Expected">The probability that A beats B by the official board; null while one of them is not on it.</param>
/// <param name="Actual">A's share of the ballots of their battles, a tie being half; null when they have not met.</param>
/// <param name="Record">Their battles as A sees them.</param>
/// <param name="Histories">How the ratings of both moved under <paramref name="HistorySystem"/>, A's first.</param>
/// <param name="HistorySystem">The system of the histories.</param>
public sealed record HeadToHead(
    Scope Scope, ModelRecord A, ModelRecord B, string NameA, string NameB, double? Expected, double? Actual, BattleRecord Record,
    IReadOnlyList<RatingSeries> Histories, RatingSystem HistorySystem);
