using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.Core.Inference;

/// <summary>Ollama's JSON, as it is on the wire. Everything it sends may be missing.</summary>
internal static partial class OllamaWire
{
    internal sealed record VersionReply(string? Version);

    internal sealed record TagsReply(List<TagEntry>? Models);

    internal sealed record TagEntry(
        string? Name, string? Model, string? Digest, long? Size, DateTimeOffset? ModifiedAt, Details? Details, List<string>? Capabilities);

    internal sealed record Details(
        string? Family, string? ParameterSize, string? QuantizationLevel, int? ContextLength);

    internal sealed record LoadedReply(List<LoadedEntry>? Models);

    internal sealed record LoadedEntry(
        string? Name, string? Model, string? Digest, long? Size, long? SizeVram, DateTimeOffset? ExpiresAt, int? ContextLength);

    internal sealed record ShowReply(
        Details? Details,
        Dictionary<string, JsonElement>? ModelInfo,
        List<string>? Capabilities,
        string? System,
        string? Template,
        string? Parameters,
        string? License,
        DateTimeOffset? ModifiedAt);

    internal sealed record PullLine(string? Status, string? Digest, long? Total, long? Completed, JsonElement? Error);

    internal sealed record ChatLine(
        Message? Message,
        bool? Done,
        string? DoneReason,
        long? TotalDuration,
        long? LoadDuration,
        int? PromptEvalCount,
        long? PromptEvalDuration,
        int? EvalCount,
        long? EvalDuration,
        JsonElement? Error);

    internal sealed record Message(string? Role, string? Content, string? Thinking = null, List<string>? Images = null);

    internal sealed record EmbedReply(List<float[]>? Embeddings, int? PromptEvalCount);

    internal sealed record ModelBody(string Model);

    internal sealed record ChatBody(string Model, List<Message> Messages, bool Stream, bool Think, CallOptions Options);

    internal sealed record CallOptions(
        int NumPredict, int NumCtx, double? Temperature = null, int? Seed = null, double? TopP = null, int? TopK = null, double? MinP = null,
        double? RepeatPenalty = null);

    internal sealed record EmbedBody(string Model, IReadOnlyList<string> Input, CallOptions Options);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(VersionReply))]
    [JsonSerializable(typeof(TagsReply))]
    [JsonSerializable(typeof(LoadedReply))]
    [JsonSerializable(typeof(ShowReply))]
    [JsonSerializable(typeof(PullLine))]
    [JsonSerializable(typeof(ChatLine))]
    [JsonSerializable(typeof(EmbedReply))]
    [JsonSerializable(typeof(ModelBody))]
    [JsonSerializable(typeof(ChatBody))]
    [JsonSerializable(typeof(EmbedBody))]
    internal sealed partial class Json : JsonSerializerContext;
}
