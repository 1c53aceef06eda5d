namespace Arena.Core.Storage;

/// <summary>A page of the audit, the newest entries first.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Pages">At least 1.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, int Number, int Pages);
