using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Wire = Arena.Core.Inference.OllamaWire;

namespace Arena.Core.Inference;

/// <summary>Talks to one Ollama over HTTP.</summary>
/// <remarks>Every connection serves one request and is closed when the answer is over or no longer wanted: closing it is the only way to make
/// Ollama stop generating, and a kept one could turn out dead after Ollama restarts. Proxies of the environment are not used.</remarks>
public sealed class OllamaClient : IModelHost, IDisposable
{
    private readonly InferenceOptions _options;
    private readonly TimeProvider _time;
    private readonly OllamaConnector _connector;

    /// <param name="address">Where Ollama listens; may have a path, and a name and password.</param>
    public OllamaClient(Uri address, InferenceOptions options, TimeProvider time)
        : this(address, options, time, connect: null)
    {
    }

    internal OllamaClient(
        Uri address, InferenceOptions options, TimeProvider time, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? connect)
    {
        _options = options;
        _time = time;
        _connector = new OllamaConnector(address, options.Connect, time, connect);
    }

    /// <summary>Where Ollama listens, without name and password, with a slash at its end.</summary>
    public Uri Address => _connector.Address;

    public void Dispose() => _connector.Dispose();

    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Get("api/version"), cancellationToken);
        var reply = await AskAsync(call, _options.Reply, Wire.Json.Default.VersionReply);
        return reply.Version ?? throw call.Failures.NotOllama("the answer names no version");
    }

    public async Task<IReadOnlyList<HostedModel>> ListAsync(CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Get("api/tags"), cancellationToken);
        var reply = await AskAsync(call, _options.Reply, Wire.Json.Default.TagsReply);
        return reply.Models is { } models
            ? [.. models.Select(OllamaReplies.Parse)]
            : throw call.Failures.NotOllama("the answer lists no models");
    }

    public async Task<IReadOnlyList<LoadedModel>> LoadedAsync(CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Get("api/ps"), cancellationToken);
        var reply = await AskAsync(call, _options.Reply, Wire.Json.Default.LoadedReply);
        return reply.Models is { } models
            ? [.. models.Select(OllamaReplies.Parse)]
            : throw call.Failures.NotOllama("the answer lists no models");
    }

    public async Task<ModelCard> ShowAsync(string tag, CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Post("api/show", new Wire.ModelBody(tag), Wire.Json.Default.ModelBody), cancellationToken);
        var reply = await AskAsync(call, _options.Reply, Wire.Json.Default.ShowReply);
        return reply.Details is null && reply.ModelInfo is null
            ? throw call.Failures.NotOllama("the answer describes no model")
            : OllamaReplies.Parse(reply);
    }

    public async IAsyncEnumerable<PullProgress> PullAsync(string tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Post("api/pull", new Wire.ModelBody(tag), Wire.Json.Default.ModelBody), cancellationToken);
        await call.SendAsync(_options.PullSilence);
        while (true)
        {
            var line = await call.NextAsync(Wire.Json.Default.PullLine)
                ?? throw call.Failures.Of(ModelHostFailure.StreamCut, "the progress ended without success");
            call.Rest();
            if (line.Error is { } error)
            {
                var text = OllamaErrors.TextOf(error);
                throw call.Failures.Of(
                    text.EndsWith("file does not exist", StringComparison.Ordinal) ? ModelHostFailure.ModelMissing : ModelHostFailure.PullFailed,
                    $"error while pulling: {text}",
                    text,
                    HttpStatusCode.OK);
            }

            var progress = new PullProgress(
                line.Status ?? throw call.Failures.NotOllama("a line without a status"), line.Digest, line.Total, line.Completed);
            yield return progress;
            if (progress.IsSuccess)
                yield break;

            call.GoOn(_options.PullSilence);
        }
    }

    public async Task DeleteAsync(string tag, CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Delete("api/delete", new Wire.ModelBody(tag), Wire.Json.Default.ModelBody), cancellationToken);
        await call.SendAsync(_options.Reply);
    }

    public async IAsyncEnumerable<ChatChunk> ChatAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = Call(OllamaQuestion.Post("api/chat", Body(request), Wire.Json.Default.ChatBody), cancellationToken, _options.Total);
        await call.SendAsync(_options.FirstToken);
        while (true)
        {
            var line = await call.NextAsync(Wire.Json.Default.ChatLine)
                ?? throw call.Failures.Of(ModelHostFailure.StreamCut, "the stream ended without its closing chunk (done:true)");
            call.Rest();
            if (line.Error is { } error)
            {
                var text = OllamaErrors.TextOf(error);
                throw call.Failures.Of(ModelHostFailure.ModelFailed, $"error inside the stream: {text}", text, HttpStatusCode.OK);
            }

            if (line.Message is null && line.Done is null)
                throw call.Failures.NotOllama("a line with neither message nor done nor error");

            yield return OllamaReplies.Parse(line);
            if (line.Done == true)
                yield break;

            call.GoOn(_options.Silence);
        }
    }

    public async Task<Embeddings> EmbedAsync(string tag, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        var body = new Wire.EmbedBody(tag, inputs, new Wire.CallOptions(_options.OutputTokens, _options.ContextTokens));
        using var call = Call(OllamaQuestion.Post("api/embed", body, Wire.Json.Default.EmbedBody), cancellationToken);
        var reply = await AskAsync(call, _options.FirstToken, Wire.Json.Default.EmbedReply);
        return reply.Embeddings is { } vectors && vectors.Count == inputs.Count
            ? new Embeddings(vectors, reply.PromptEvalCount ?? 0)
            : throw call.Failures.NotOllama($"{reply.Embeddings?.Count ?? 0} vectors for {inputs.Count} inputs");
    }

    private OllamaCall Call(OllamaQuestion question, CancellationToken cancellationToken, TimeSpan? total = null) =>
        new(_connector, question, new BoundedCall(_time, cancellationToken, total));

    private static async Task<T> AskAsync<T>(OllamaCall call, TimeSpan bound, JsonTypeInfo<T> type)
    {
        await call.SendAsync(bound);
        return await call.ReadAsync(type);
    }

    private Wire.ChatBody Body(ChatRequest request)
    {
        var sampling = request.Sampling ?? new SamplingOptions();
        return new Wire.ChatBody(
            request.Tag,
            [.. request.Conversation.Select(OllamaReplies.Write)],
            Stream: true,
            request.Think,
            new Wire.CallOptions(
                request.OutputTokens ?? _options.OutputTokens,
                _options.ContextTokens,
                sampling.Temperature,
                sampling.Seed,
                sampling.TopP,
                sampling.TopK,
                sampling.MinP,
                sampling.RepeatPenalty));
    }
}
