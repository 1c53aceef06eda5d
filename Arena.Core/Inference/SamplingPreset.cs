namespace Arena.Core.Inference;

/// <summary>How models are asked to answer, under a name. Both sides of a battle are asked alike, and the battle keeps the values.</summary>
/// <param name="Name">Lower case; <c>balanced</c>, <c>precise</c>, <c>creative</c>, or one that a server defined.</param>
/// <param name="Sampling">How tokens are chosen.</param>
/// <param name="OutputTokens">Tokens of one answer at most; null for as many as the operator allows.</param>
/// <param name="ContextTokens">
/// Tokens of a whole conversation at most, not more than the operator's context; null for that. It bounds what is asked and answered and is
/// never sent to a node: another context size would make it load the model anew.
/// </param>
/// <param name="System">A system prompt; null for none.</param>
public sealed record SamplingPreset(
    string Name, SamplingOptions Sampling, int? OutputTokens = null, int? ContextTokens = null, string? System = null)
{
    /// <summary>As the models come, with nothing set.</summary>
    public static SamplingPreset Balanced { get; } = new("balanced", new SamplingOptions());
}
