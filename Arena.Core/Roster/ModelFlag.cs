namespace Arena.Core.Roster;

/// <summary>Why a model is flagged. Both come from outside.</summary>
/// <param name="Link">An http or https address where more is said, or null.</param>
public sealed record ModelFlag(string Reason, string? Link);
