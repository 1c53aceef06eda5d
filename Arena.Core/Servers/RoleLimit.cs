namespace Arena.Core.Servers;

/// <summary>What those who have a role may do beyond others, or less.</summary>
/// <param name="Cooldown">Between two of their battles.</param>
/// <param name="DailyBattles">Battles they may start within 24 hours; null for any number.</param>
public sealed record RoleLimit(RoleId Role, TimeSpan Cooldown, int? DailyBattles);
