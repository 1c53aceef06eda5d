namespace Arena.Core.Battles.Voting;

/// <summary>A member whom a server's moderators keep out of its arena.</summary>
/// <param name="Name">What the member was called then; people who left have no other.</param>
/// <param name="Reason">In the moderator's words; null for none.</param>
public sealed record Ban(MemberId Member, string Name, string? Reason, DateTimeOffset At, MemberId By);
