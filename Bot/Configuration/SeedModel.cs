using Arena.Core.Roster;

namespace Bot.Configuration;

/// <summary>An entry of <c>models.json</c>: a model that an empty roster starts with.</summary>
/// <param name="Tag">Its Ollama tag.</param>
/// <param name="DisplayName">How members see it; the tag when null.</param>
/// <param name="Kind">Unknown when not said.</param>
public sealed record SeedModel(string Tag, string? DisplayName, ModelKind Kind);
