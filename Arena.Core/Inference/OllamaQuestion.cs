using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Arena.Core.Inference;

/// <summary>What is asked of an Ollama: a method, a path below its address, and the JSON to send along.</summary>
internal sealed record OllamaQuestion(HttpMethod Method, string Path, byte[]? Json)
{
    public static OllamaQuestion Get(string path) => new(HttpMethod.Get, path, null);

    public static OllamaQuestion Post<T>(string path, T body, JsonTypeInfo<T> type) => Of(HttpMethod.Post, path, body, type);

    public static OllamaQuestion Delete<T>(string path, T body, JsonTypeInfo<T> type) => Of(HttpMethod.Delete, path, body, type);

    private static OllamaQuestion Of<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type) =>
        new(method, path, JsonSerializer.SerializeToUtf8Bytes(body, type));
}
