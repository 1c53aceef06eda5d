using Arena.Core.Battles;

namespace Arena.Core.Leaderboards;

/// <summary>A step of a model's rating.</summary>
/// <param name="Battle">The settled battle that made it; null where the step is a whole day's (Bradley–Terry).</param>
/// <param name="At">When the battle settled, or the end of the day.</param>
/// <param name="Before">The rating before; that of the step before where it is a day's.</param>
/// <param name="After">The rating after.</param>
public readonly record struct RatingPoint(BattleId? Battle, DateTimeOffset At, double Before, double After);
