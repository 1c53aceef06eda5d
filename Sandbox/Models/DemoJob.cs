using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sandbox.Models;

/// <summary>A checked chat or generate request.</summary>
/// <param name="Spelling">The model as the request spells it; answers repeat it.</param>
/// <param name="OutputTokens">Null when there is no bound.</param>
/// <param name="Seed">Null when each answer is to be another.</param>
/// <param name="Format">A JSON schema, or the text <c>json</c>, or null.</param>
internal sealed record DemoJob(
    DemoModel Model,
    string Spelling,
    bool IsChat,
    bool Stream,
    bool IsEmpty,
    bool IsRaw,
    bool Think,
    string Prompt,
    int PromptTokens,
    int Context,
    int? OutputTokens,
    int? Seed,
    IReadOnlyList<string> Stops,
    JsonElement? Format,
    TimeSpan KeepAlive)
{
    private static readonly string[] ThinkLevels = ["high", "medium", "low", "max"];

    /// <summary>Checks a request in about Ollama's order, and with its words and statuses.</summary>
    public static (DemoJob? Job, int Status, string? Error) Read(DemoRequest request, bool isChat, DemoHost host)
    {
        var messages = request.Array("messages");
        var images = messages.Where(message => message.ValueKind == JsonValueKind.Object)
            .SelectMany(message => message.TryGetProperty("images", out var some) && some.ValueKind == JsonValueKind.Array ? some.EnumerateArray().ToArray() : [])
            .Concat(request.Array("images")).ToList();
        var (keepAlive, complaint) = request.KeepAlive();
        complaint ??= ThinkComplaint(request)
            ?? (images.Any(image => image.ValueKind != JsonValueKind.String || !image.TryGetBytesFromBase64(out _)) ? "illegal base64 data at input byte 0" : null)
            ?? (request.Model.Length == 0 ? "model is required" : null)
            ?? (request.Number("top_logprobs") is < 0 or > 20 ? "top_logprobs must be between 0 and 20" : null)
            ?? (!DemoNames.IsValid(request.Model) ? "invalid model name" : null);
        if (complaint is not null)
            return (null, 400, complaint);

        if (host.Shelf.Find(request.Model) is not { } model)
            return (null, 404, $"model '{request.Model}' not found");

        var wantsThinking = request.Value("think") is { ValueKind: not JsonValueKind.False };
        complaint = !model.CanChat ? $"\"{request.Model}\" does not support {(isChat ? "chat" : "generate")}"
            : wantsThinking && !model.CanThink ? $"\"{request.Model}\" does not support thinking"
            : request.Array("tools").Count > 0 ? $"registry.ollama.ai/library/{model.Tag} does not support tools"
            : images.Count > 0 ? Wrapped(400, "Multimodal data provided, but model does not support multimodal requests.", "invalid_request_error")
            : null;
        return complaint is null ? ReadOptions(request, isChat, model, messages, keepAlive) : (null, 400, complaint);
    }

    /// <summary>A piece of the answer on its way.</summary>
    public JsonObject Chunk(TimeProvider time, string piece, bool isThinking)
    {
        var chunk = Head(time);
        if (IsChat)
        {
            chunk["message"] = Message(isThinking ? "" : piece, isThinking ? piece : "");
        }
        else
        {
            chunk["response"] = isThinking ? "" : piece;
            if (isThinking)
                chunk["thinking"] = piece;
        }

        chunk["done"] = false;
        return chunk;
    }

    /// <summary>The end of the answer: the closing chunk of a stream, or the whole of it. Without its measurements.</summary>
    public JsonObject Last(TimeProvider time, string text, string thinking, string reason)
    {
        var last = Head(time);
        if (IsChat)
        {
            last["message"] = Message(text, thinking);
        }
        else
        {
            last["response"] = text;
            if (thinking.Length > 0)
                last["thinking"] = thinking;
        }

        last["done"] = true;
        last["done_reason"] = reason;
        if (!IsChat && !IsRaw && reason is ("stop" or "length"))
            last["context"] = new JsonArray(259, 355, 345);

        return last;
    }

    private static (DemoJob? Job, int Status, string? Error) ReadOptions(
        DemoRequest request, bool isChat, DemoModel model, IReadOnlyList<JsonElement> messages, TimeSpan keepAlive)
    {
        string? complaint = null;
        var predict = request.Option("num_predict", ref complaint);
        var context = request.Option("num_ctx", ref complaint);
        var seed = request.Option("seed", ref complaint);
        var temperature = request.Option("temperature", ref complaint);
        request.Option("top_p", ref complaint);
        request.Option("top_k", ref complaint);
        var format = request.Value("format");
        if (format is { ValueKind: JsonValueKind.String } said && said.GetString() is not ("json" or ""))
            complaint ??= $"invalid format: {JsonSerializer.Serialize(said.GetRawText(), Relaxed)}; expected \"json\" or a valid JSON Schema object";

        if (complaint is not null)
            return (null, 500, complaint);

        var texts = isChat ? [.. messages.Select(TextOf)] : new List<string> { request.Text("prompt") ?? "" };
        var tokens = texts.Sum(text => DemoTokens.Count(text) + 4) + 7;
        var size = Math.Clamp((int)(context ?? 4096), 1, model.ContextLength);
        if (tokens > size && request.Flag("truncate") == false)
        {
            return (null, 400, Wrapped(
                400,
                $"request ({tokens} tokens) exceeds the available context size ({size} tokens), try increasing it",
                "exceed_context_size_error",
                new JsonObject { ["n_prompt_tokens"] = tokens, ["n_ctx"] = size }));
        }

        var job = new DemoJob(
            model,
            request.Model,
            isChat,
            request.Stream,
            isChat ? messages.Count == 0 : texts[0].Length == 0,
            request.Flag("raw") == true,
            model.CanThink && request.Value("think") is not { ValueKind: JsonValueKind.False },
            isChat ? LastQuestion(messages) : texts[0],
            Math.Min(tokens, size),
            size,
            predict is > 0 ? (int)predict : null,
            seed is { } fixedSeed ? unchecked((int)(long)fixedSeed) : temperature == 0 ? 0 : null,
            request.Stops(),
            format,
            keepAlive);
        return (job, 200, null);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? ThinkComplaint(DemoRequest request) => request.Value("think") switch
    {
        null or { ValueKind: JsonValueKind.True or JsonValueKind.False } => null,
        { ValueKind: JsonValueKind.String } text when ThinkLevels.Contains(text.GetString()) => null,
        { } other => $"invalid think value: {other.GetRawText()} (must be \"high\", \"medium\", \"low\", \"max\", true, or false)",
    };

    /// <summary>An error as the model runner writes it: a text that is JSON itself.</summary>
    private static string Wrapped(int code, string message, string type, JsonObject? more = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["type"] = type };
        foreach (var (name, value) in more ?? [])
            error[name] = value?.DeepClone();

        return new JsonObject { ["error"] = error }.ToJsonString(Relaxed);
    }

    private static string TextOf(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String
            ? content.GetString()!
            : "";

    private static string LastQuestion(IReadOnlyList<JsonElement> messages)
    {
        var users = messages.Where(message => message.ValueKind == JsonValueKind.Object
            && message.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String && role.GetString() == "user");
        return TextOf(users.LastOrDefault(messages.LastOrDefault()));
    }

    private JsonObject Head(TimeProvider time) => new()
    {
        ["model"] = Spelling,
        ["created_at"] = DemoAnswers.Instant(time.GetUtcNow()),
    };

    private static JsonObject Message(string text, string thinking)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (thinking.Length > 0)
            message["thinking"] = thinking;

        return message;
    }
}
