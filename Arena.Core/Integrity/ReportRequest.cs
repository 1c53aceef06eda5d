using Arena.Core.Battles;

namespace Arena.Core.Integrity;

/// <summary>A member says that something of a battle should not be shown.</summary>
/// <param name="Server">Where it was said; the battle has to be one of this server.</param>
/// <param name="Battle">Which battle.</param>
/// <param name="Parts">At least one.</param>
/// <param name="Reason">What the member wrote; null for nothing.</param>
/// <param name="By">The member.</param>
public sealed record ReportRequest(ServerId Server, BattleId Battle, ReportedParts Parts, string? Reason, MemberId By);
