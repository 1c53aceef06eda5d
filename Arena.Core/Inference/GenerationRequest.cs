namespace Arena.Core.Inference;

/// <summary>A question to the fleet.</summary>
/// <param name="Think">Ask the model to reason first; the reasoning is kept apart from the answer.</param>
/// <param name="OutputTokens">Another token bound than the configured one.</param>
public sealed record GenerationRequest(
    string Tag,
    IReadOnlyList<ChatTurn> Conversation,
    SamplingOptions? Sampling = null,
    bool Think = false,
    int? OutputTokens = null)
{
    public static GenerationRequest For(string tag, string prompt) => new(tag, [ChatTurn.User(prompt)]);
}
