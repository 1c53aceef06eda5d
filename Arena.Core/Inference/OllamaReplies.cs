using System.Text.Json;
using Wire = Arena.Core.Inference.OllamaWire;

namespace Arena.Core.Inference;

/// <summary>Turns Ollama's JSON into the arena's records and back; past this nobody asks whether a field was there.</summary>
internal static class OllamaReplies
{
    public static HostedModel Parse(Wire.TagEntry entry) => new(
        entry.Model ?? entry.Name ?? "",
        entry.Digest ?? "",
        entry.Size ?? 0,
        entry.ModifiedAt ?? DateTimeOffset.UnixEpoch,
        Said(entry.Details?.Family),
        ParameterSize.InBillions(entry.Details?.ParameterSize),
        Quantization(entry.Details?.QuantizationLevel),
        entry.Details?.ContextLength,
        entry.Capabilities ?? []);

    public static LoadedModel Parse(Wire.LoadedEntry entry) => new(
        entry.Model ?? entry.Name ?? "",
        entry.Digest ?? "",
        entry.Size ?? 0,
        entry.SizeVram ?? 0,
        entry.ContextLength,
        entry.ExpiresAt ?? DateTimeOffset.MaxValue);

    public static ModelCard Parse(Wire.ShowReply reply) => new(
        Said(reply.Details?.Family),
        ParameterSize.InBillions(reply.Details?.ParameterSize),
        Quantization(reply.Details?.QuantizationLevel),
        ContextLength(reply.ModelInfo ?? []),
        reply.Capabilities ?? [],
        Said(reply.System),
        Said(reply.Template),
        Said(reply.Parameters),
        Said(reply.License),
        reply.ModifiedAt);

    public static ChatChunk Parse(Wire.ChatLine line) => new(
        line.Message?.Content ?? "", line.Message?.Thinking ?? "", line.Done == true ? Totals(line) : null);

    public static Wire.Message Write(ChatTurn turn) => new(
        turn.Role switch { ChatRole.System => "system", ChatRole.Assistant => "assistant", _ => "user" },
        turn.Text,
        Images: turn.Images is { Count: > 0 } images ? [.. images.Select(image => Convert.ToBase64String(image.Span))] : null);

    private static ChatTotals Totals(Wire.ChatLine line) => new(
        line.DoneReason ?? "stop",
        Nanoseconds(line.TotalDuration),
        Nanoseconds(line.LoadDuration),
        line.PromptEvalCount ?? 0,
        Nanoseconds(line.PromptEvalDuration),
        line.EvalCount ?? 0,
        Nanoseconds(line.EvalDuration));

    // The key begins with the model's architecture: llama.context_length, qwen2.context_length …
    private static int? ContextLength(Dictionary<string, JsonElement> info)
    {
        int? context = null;
        foreach (var (key, value) in info)
        {
            if (key.EndsWith(".context_length", StringComparison.Ordinal)
                && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var length))
                context = length;
        }

        return context;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Quantization(string? text) => Said(text) is { } said && said != "unknown" ? said : null;

    private static TimeSpan Nanoseconds(long? count) => TimeSpan.FromTicks((count ?? 0) / TimeSpan.NanosecondsPerTick);
}
