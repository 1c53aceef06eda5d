namespace Arena.Core.Inference;

/// <summary>A question to one model of a host.</summary>
/// <param name="Think">Ask for reasoning text. It must be said: a model that can think does so when nothing is said.</param>
/// <param name="OutputTokens">Fewer or more tokens than <see cref="InferenceOptions.OutputTokens"/> for this one answer.</param>
public sealed record ChatRequest(
    string Tag,
    IReadOnlyList<ChatTurn> Conversation,
    SamplingOptions? Sampling = null,
    bool Think = false,
    int? OutputTokens = null);
