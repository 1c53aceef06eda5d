namespace Arena.Core.Inference;

/// <summary>A model in a node's memory.</summary>
/// <param name="SizeBytes">All memory it takes.</param>
/// <param name="GpuBytes">The part of it that is on a GPU; 0 when it runs on the processor.</param>
/// <param name="ExpiresAt">When the host will unload it; centuries ahead when it is to stay.</param>
public sealed record LoadedModel(string Tag, string Digest, long SizeBytes, long GpuBytes, int? ContextTokens, DateTimeOffset ExpiresAt);
