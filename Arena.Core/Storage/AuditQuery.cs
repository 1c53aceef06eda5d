namespace Arena.Core.Storage;

/// <summary>Which entries of the audit.</summary>
/// <param name="Server">Those of this server.</param>
/// <param name="WithArena">Besides, those that concern the whole arena.</param>
/// <param name="Member">What this member did, or what was done to them; null for everybody.</param>
/// <param name="Noun">What the deed was done to, such as <c>model</c>: the first word of the action, in the singular; null for everything.</param>
public sealed record AuditQuery(ServerId Server, bool WithArena, MemberId? Member = null, string? Noun = null);
