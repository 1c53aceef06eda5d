namespace Arena.Core.Storage;

/// <summary>Something that was done, and by whom.</summary>
/// <param name="Server">Null when it concerns the whole arena.</param>
/// <param name="Member">Null when the arena did it by itself.</param>
/// <param name="Action">Such as <c>model.added</c>.</param>
/// <param name="Subject">What it was done to.</param>
public sealed record AuditEntry(
    DateTimeOffset At, ServerId? Server, MemberId? Member, string Action, string Subject, string? Detail = null);
