using System.Net;
using System.Text.Json;

namespace Arena.Core.Inference;

/// <summary>Reads Ollama's errors: <c>{"error": text}</c>, where the text may itself be JSON from the model runner.</summary>
internal static class OllamaErrors
{
    /// <summary>The words in an error body, unwrapped; null where the body is no error of Ollama's.</summary>
    public static string? TextOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error)
                ? TextOf(error)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The words in the value of an <c>error</c> property: a text, a text that holds JSON, or an object with a message.</summary>
    public static string TextOf(JsonElement error)
    {
        switch (error.ValueKind)
        {
            case JsonValueKind.String:
                var text = error.GetString()!;
                return text.StartsWith('{') && TextOf(text) is { } inner ? inner : text;
            case JsonValueKind.Object when error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String:
                var kind = error.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? $" ({type.GetString()})" : "";
                return message.GetString() + kind;
            default:
                return error.GetRawText();
        }
    }

    /// <summary>What a status other than 200 means. <paramref name="text"/> is null where the body was not Ollama's JSON.</summary>
    public static ModelHostFailure Classify(HttpStatusCode status, string? text) => (int)status switch
    {
        401 or 403 => ModelHostFailure.Refused,
        502 or 503 or 504 when text is null => ModelHostFailure.Unreachable, // a proxy that can not reach the host behind it
        _ when text is null => ModelHostFailure.NotOllama,
        404 => ModelHostFailure.ModelMissing,
        429 or 503 => ModelHostFailure.Busy,
        501 => ModelHostFailure.Unsupported,
        >= 400 and < 500 => ModelHostFailure.BadRequest,
        >= 500 => ModelHostFailure.ServerError,
        _ => ModelHostFailure.NotOllama,
    };
}
