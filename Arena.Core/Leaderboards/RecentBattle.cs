using Arena.Core.Battles;

namespace Arena.Core.Leaderboards;

/// <summary>A counted battle as one of its models sees it.</summary>
/// <param name="Battle">The battle.</param>
/// <param name="At">When it settled.</param>
/// <param name="Outcome">How it ended for the model.</param>
/// <param name="Opponent">The other model's display name.</param>
/// <param name="EloBefore">The model's Elo in the scope before it.</param>
/// <param name="EloAfter">The model's Elo in the scope after it.</param>
public sealed record RecentBattle(
    BattleId Battle, DateTimeOffset At, BattleOutcome Outcome, string Opponent, double EloBefore, double EloAfter);
