using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Arena.Core.Inference;

/// <summary>One question to an Ollama and what comes back, within its bounds. Whatever fails is thrown as a <see cref="ModelHostException"/>.</summary>
internal sealed class OllamaCall(OllamaConnector connector, OllamaQuestion question, BoundedCall bounds) : IDisposable
{
    private const int LongestReply = 64 * 1024 * 1024;
    private const int LongestRefusal = 1024 * 1024;

    private HttpResponseMessage? _response;
    private NdjsonReader? _lines;

    public OllamaFailures Failures { get; } = new(connector.Address, question);

    public void Dispose()
    {
        _response?.Dispose();
        bounds.Dispose();
    }

    /// <summary>Nothing is being waited for; the consumer may take its time.</summary>
    public void Rest() => bounds.Rest();

    /// <summary>From now on waiting longer than this is a stream that stalled.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public void GoOn(TimeSpan silence)
    {
        bounds.ThrowIfCallerCancelled();
        bounds.Await(silence, ModelHostFailure.Stalled);
    }

    /// <summary>Sends and waits for the headers; anything but 200 is thrown as the failure it is.</summary>
    /// <param name="bound">How long to wait for an answer: for the headers, and for what is read after them until <see cref="Rest"/>.</param>
    public async Task SendAsync(TimeSpan bound)
    {
        bounds.Await(bound, ModelHostFailure.Silent);
        _response = await GuardAsync(token => connector.SendAsync(question, token));
        if (_response.StatusCode != HttpStatusCode.OK)
            throw Failures.Refusal(_response.StatusCode, _response.ReasonPhrase, await BodyAsync(_response, LongestRefusal));
    }

    /// <summary>The answer as one JSON object.</summary>
    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> type)
    {
        var body = await BodyAsync(_response!, LongestReply);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw Failures.NotOllama("the answer is null");
        }
        catch (JsonException problem)
        {
            throw Failures.NotOllama($"the answer is not the JSON it should be ({problem.Message}): {OllamaFailures.Shown(body)}", problem);
        }
    }

    /// <summary>The next line of a stream, or null at its end.</summary>
    public async ValueTask<T?> NextAsync<T>(JsonTypeInfo<T> type)
        where T : class
    {
        _lines ??= new NdjsonReader(await GuardAsync(_response!.Content.ReadAsStreamAsync));
        if (await GuardAsync(token => _lines.ReadAsync(token).AsTask()) is not { } line)
            return null;

        try
        {
            return JsonSerializer.Deserialize(line.Bytes.Span, type) ?? throw Failures.NotOllama("a line that is null");
        }
        catch (JsonException problem)
        {
            var shown = OllamaFailures.Shown(line.Bytes.Span);
            // A line without its end is one that the stream broke off; only a whole line can be called no JSON.
            throw line.IsTerminated || !LooksLikeJson(line.Bytes.Span)
                ? Failures.NotOllama($"a line that is not the JSON it should be: {shown}", problem)
                : Failures.Of(ModelHostFailure.StreamCut, $"the stream ended inside a line: {shown}", inner: problem);
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> line) => line.TrimStart(" \t"u8) is [(byte)'{', ..];

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, int longest)
    {
        await using var stream = await GuardAsync(response.Content.ReadAsStreamAsync);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length < longest)
        {
            var read = await GuardAsync(token => stream.ReadAsync(buffer, token).AsTask());
            if (read == 0)
                return body.ToArray();

            body.Write(buffer, 0, read);
        }

        throw Failures.NotOllama($"an answer of more than {longest} bytes: {OllamaFailures.Shown(body.ToArray())}");
    }

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> step)
    {
        try
        {
            return await step(bounds.Token);
        }
        catch (Exception problem) when (Failures.Explain(problem, bounds) is { } failure)
        {
            throw failure;
        }
    }
}
