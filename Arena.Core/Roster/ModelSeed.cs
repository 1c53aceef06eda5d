namespace Arena.Core.Roster;

/// <summary>A model that an empty roster starts with, as the operator wrote it.</summary>
/// <param name="DisplayName">Null for the tag itself.</param>
/// <param name="Kind">Null to guess it from the tag.</param>
public sealed record ModelSeed(string Tag, string? DisplayName = null, ModelKind? Kind = null);
