namespace Arena.Core.Inference;

/// <summary>What a node tells about one model.</summary>
/// <param name="Parameters">The table of default options as text, as the host prints it.</param>
public sealed record ModelCard(
    string? Family,
    double? ParametersBillions,
    string? Quantization,
    int? ContextTokens,
    IReadOnlyList<string> Capabilities,
    string? System,
    string? Template,
    string? Parameters,
    string? License,
    DateTimeOffset? ModifiedAt);
