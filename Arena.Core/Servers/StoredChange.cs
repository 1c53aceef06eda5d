namespace Arena.Core.Servers;

/// <summary>One setting that changes.</summary>
/// <param name="Before">As it is written; for the audit.</param>
/// <param name="After">As it is to be written.</param>
/// <param name="IsDefault">It is what the operator set again, so nothing is kept of it.</param>
internal sealed record StoredChange(string Key, string Before, string After, bool IsDefault);
