namespace Arena.Core.Inference;

/// <summary>One unit vector for each input, in order.</summary>
public sealed record Embeddings(IReadOnlyList<float[]> Vectors, int PromptTokens);
