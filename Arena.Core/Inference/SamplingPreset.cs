namespace Arena.Core.Inference;

/// <summary>How models are asked to answer, under a name. Both sides of a battle are asked alike, and the battle keeps the values.</summary>
/// <param name="Name">Lower case; <c>balanced</c>, <c>precise</c>, <c>creative</c>, or one that a server defined; empty for <see cref="Unset"/>.</param>
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
    /// <summary>What suits most prompts: some choice among likely words, none among far-fetched ones.</summary>
    public static SamplingPreset Balanced { get; } = new("balanced", new SamplingOptions(Temperature: 0.7, TopP: 0.95));

    /// <summary>For prompts that have one right answer: nearly always the likeliest word.</summary>
    public static SamplingPreset Precise { get; } = new("precise", new SamplingOptions(Temperature: 0.2, TopP: 0.9));

    /// <summary>For stories and ideas: words as the model weighs them, without those that are a twentieth as likely as the likeliest.</summary>
    public static SamplingPreset Creative { get; } = new("creative", new SamplingOptions(Temperature: 1.0, TopP: 1.0, MinP: 0.05));

    /// <summary>As the models come, with nothing set: how battles were asked before there were presets.</summary>
    public static SamplingPreset Unset { get; } = new("", new SamplingOptions());

    /// <summary>Those that every server has.</summary>
    public static IReadOnlyList<SamplingPreset> BuiltIn { get; } = [Balanced, Precise, Creative];
}
