using Arena.Core.Inference;

namespace Arena.Core.Battles.Generating;

/// <summary>Which side of a battle has no answer, and why.</summary>
internal sealed record Fault(Side Side, GenerationFailure Kind);
