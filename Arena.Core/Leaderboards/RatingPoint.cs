using Arena.Core.Battles;

namespace Arena.Core.Leaderboards;

/// <summary>What a settled battle did to a model's rating.</summary>
public readonly record struct RatingPoint(BattleId Battle, DateTimeOffset At, double Before, double After);
