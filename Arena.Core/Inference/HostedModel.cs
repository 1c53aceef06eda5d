namespace Arena.Core.Inference;

/// <summary>A model that a node holds.</summary>
/// <param name="Tag">Its full tag, like <c>qwen2.5:7b</c> or <c>tiny-a:latest</c>.</param>
/// <param name="Digest">Of its manifest, hexadecimal.</param>
/// <param name="ParametersBillions">7.6 for 7.6 billion; null where the host does not say.</param>
/// <param name="ContextTokens">The longest context it was made for; null where the host does not say.</param>
/// <param name="Capabilities">Ollama's words: completion, tools, insert, vision, embedding, thinking, image, audio.</param>
public sealed record HostedModel(
    string Tag,
    string Digest,
    long SizeBytes,
    DateTimeOffset ModifiedAt,
    string? Family,
    double? ParametersBillions,
    string? Quantization,
    int? ContextTokens,
    IReadOnlyList<string> Capabilities)
{
    /// <summary>Whether it can answer a chat. Hosts of before mid-2025 list no capabilities; their models are taken to chat.</summary>
    public bool CanChat => Capabilities.Count == 0 || Capabilities.Contains("completion");

    public bool CanThink => Capabilities.Contains("thinking");
}
