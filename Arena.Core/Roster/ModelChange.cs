namespace Arena.Core.Roster;

/// <summary>What is to become of a model.</summary>
/// <param name="Verb">What the audit calls it; null for what needs no line there.</param>
/// <param name="Detail">What the audit says besides.</param>
internal sealed record ModelChange(Model After, string? Verb = null, string? Detail = null);
