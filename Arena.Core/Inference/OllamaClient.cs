using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wire = Arena.Core.Inference.OllamaWire;

namespace Arena.Core.Inference;

/// <summary>Talks to one Ollama over HTTP.</summary>
/// <remarks>Every connection serves one request and is closed when the answer is over or no longer wanted: closing it is the only way to make
/// Ollama stop generating, and a kept one could turn out dead after Ollama restarts. Proxies of the environment are not used.</remarks>
public sealed class OllamaClient : IModelHost, IDisposable
{
    private const int LongestReply = 64 * 1024 * 1024;
    private const int LongestErrorShown = 4000;

    private readonly InferenceOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _credentials;

    /// <param name="address">Where Ollama listens; may have a path, and a name and password.</param>
    public OllamaClient(Uri address, InferenceOptions options, TimeProvider time)
        : this(address, options, time, ConnectAsync)
    {
    }

    internal OllamaClient(
        Uri address, InferenceOptions options, TimeProvider time, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>> connect)
    {
        _options = options;
        _time = time;
        _credentials = address.UserInfo.Length == 0
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        Address = new UriBuilder(address) { UserName = "", Password = "", Path = address.AbsolutePath.TrimEnd('/') + "/" }.Uri;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (context, token) => ConnectInTimeAsync(context.DnsEndPoint, connect, token),
            ConnectTimeout = Timeout.InfiniteTimeSpan, // bounded by the callback, on our own clock
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseDrainSize = 0, // an answer that is not wanted any more is cut off, not read to its end
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Where Ollama listens, without name and password, with a slash at its end.</summary>
    public Uri Address { get; }

    public void Dispose() => _http.Dispose();

    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var question = Question.Get("api/version");
        var reply = await AskAsync(question, _options.Reply, Wire.Json.Default.VersionReply, cancellationToken);
        return reply.Version ?? throw NotOllama(question, "the answer names no version");
    }

    public async Task<IReadOnlyList<HostedModel>> ListAsync(CancellationToken cancellationToken)
    {
        var question = Question.Get("api/tags");
        var reply = await AskAsync(question, _options.Reply, Wire.Json.Default.TagsReply, cancellationToken);
        if (reply.Models is null)
            throw NotOllama(question, "the answer lists no models");

        return [.. reply.Models.Select(Parse)];
    }

    public async Task<IReadOnlyList<LoadedModel>> LoadedAsync(CancellationToken cancellationToken)
    {
        var question = Question.Get("api/ps");
        var reply = await AskAsync(question, _options.Reply, Wire.Json.Default.LoadedReply, cancellationToken);
        if (reply.Models is null)
            throw NotOllama(question, "the answer lists no models");

        return [.. reply.Models.Select(entry => new LoadedModel(
            entry.Model ?? entry.Name ?? "",
            entry.Digest ?? "",
            entry.Size ?? 0,
            entry.SizeVram ?? 0,
            entry.ContextLength,
            entry.ExpiresAt ?? DateTimeOffset.MaxValue))];
    }

    public async Task<ModelCard> ShowAsync(string tag, CancellationToken cancellationToken)
    {
        var question = Question.Post("api/show", new Wire.ModelBody(tag), Wire.Json.Default.ModelBody);
        var reply = await AskAsync(question, _options.Reply, Wire.Json.Default.ShowReply, cancellationToken);
        if (reply.Details is null && reply.ModelInfo is null)
            throw NotOllama(question, "the answer describes no model");

        return Parse(reply);
    }

    public async IAsyncEnumerable<PullProgress> PullAsync(string tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var question = Question.Post("api/pull", new Wire.ModelBody(tag), Wire.Json.Default.ModelBody);
        using var call = new BoundedCall(_time, cancellationToken);
        call.Await(_options.PullSilence, ModelHostFailure.Silent);
        using var response = await SendAsync(question, call);
        var lines = await OpenAsync(question, response, call);
        while (true)
        {
            var line = await NextAsync(question, lines, Wire.Json.Default.PullLine, call)
                ?? throw Failed(question, ModelHostFailure.StreamCut, "the progress ended without success");
            call.Rest();
            if (line.Error is { } error)
            {
                var text = OllamaErrors.TextOf(error);
                throw Failed(
                    question,
                    text.EndsWith("file does not exist", StringComparison.Ordinal) ? ModelHostFailure.ModelMissing : ModelHostFailure.PullFailed,
                    $"error while pulling: {text}",
                    text,
                    HttpStatusCode.OK);
            }

            var progress = new PullProgress(
                line.Status ?? throw NotOllama(question, "a line without a status"), line.Digest, line.Total, line.Completed);
            yield return progress;
            if (progress.IsSuccess)
                yield break;

            call.ThrowIfCallerCancelled();
            call.Await(_options.PullSilence, ModelHostFailure.Stalled);
        }
    }

    public async Task DeleteAsync(string tag, CancellationToken cancellationToken)
    {
        var question = Question.Of(HttpMethod.Delete, "api/delete", new Wire.ModelBody(tag), Wire.Json.Default.ModelBody);
        using var call = new BoundedCall(_time, cancellationToken);
        call.Await(_options.Reply, ModelHostFailure.Silent);
        using var response = await SendAsync(question, call);
    }

    public async IAsyncEnumerable<ChatChunk> ChatAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var question = Question.Post("api/chat", Body(request), Wire.Json.Default.ChatBody);
        using var call = new BoundedCall(_time, cancellationToken, _options.Total);
        call.Await(_options.FirstToken, ModelHostFailure.Silent);
        using var response = await SendAsync(question, call);
        var lines = await OpenAsync(question, response, call);
        while (true)
        {
            var line = await NextAsync(question, lines, Wire.Json.Default.ChatLine, call)
                ?? throw Failed(question, ModelHostFailure.StreamCut, "the stream ended without its closing chunk (done:true)");
            call.Rest();
            if (line.Error is { } error)
            {
                var text = OllamaErrors.TextOf(error);
                throw Failed(question, ModelHostFailure.ModelFailed, $"error inside the stream: {text}", text, HttpStatusCode.OK);
            }

            if (line.Message is null && line.Done is null)
                throw NotOllama(question, "a line with neither message nor done nor error");

            yield return new ChatChunk(
                line.Message?.Content ?? "", line.Message?.Thinking ?? "", line.Done == true ? Totals(line) : null);
            if (line.Done == true)
                yield break;

            call.ThrowIfCallerCancelled();
            call.Await(_options.Silence, ModelHostFailure.Stalled);
        }
    }

    public async Task<Embeddings> EmbedAsync(string tag, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        var body = new Wire.EmbedBody(tag, inputs, new Wire.CallOptions(_options.OutputTokens, _options.ContextTokens, null, null, null, null));
        var question = Question.Post("api/embed", body, Wire.Json.Default.EmbedBody);
        var reply = await AskAsync(question, _options.FirstToken, Wire.Json.Default.EmbedReply, cancellationToken);
        if (reply.Embeddings is null || reply.Embeddings.Count != inputs.Count)
            throw NotOllama(question, $"{reply.Embeddings?.Count ?? 0} vectors for {inputs.Count} inputs");

        return new Embeddings(reply.Embeddings, reply.PromptEvalCount ?? 0);
    }

    private Wire.ChatBody Body(ChatRequest request)
    {
        var messages = request.Conversation.Select(turn => new Wire.Message(
            turn.Role switch { ChatRole.System => "system", ChatRole.Assistant => "assistant", _ => "user" },
            turn.Text,
            Images: turn.Images is { Count: > 0 } images ? [.. images.Select(image => Convert.ToBase64String(image.Span))] : null));
        var sampling = request.Sampling ?? new SamplingOptions();
        return new Wire.ChatBody(
            request.Tag,
            [.. messages],
            Stream: true,
            request.Think,
            new Wire.CallOptions(
                request.OutputTokens ?? _options.OutputTokens,
                _options.ContextTokens,
                sampling.Temperature,
                sampling.Seed,
                sampling.TopP,
                sampling.TopK));
    }

    private static HostedModel Parse(Wire.TagEntry entry) => new(
        entry.Model ?? entry.Name ?? "",
        entry.Digest ?? "",
        entry.Size ?? 0,
        entry.ModifiedAt ?? DateTimeOffset.UnixEpoch,
        Said(entry.Details?.Family),
        ParameterSize.InBillions(entry.Details?.ParameterSize),
        Quantization(entry.Details?.QuantizationLevel),
        entry.Details?.ContextLength,
        entry.Capabilities ?? []);

    private static ModelCard Parse(Wire.ShowReply reply)
    {
        int? context = null;
        foreach (var (key, value) in reply.ModelInfo ?? [])
        {
            if (key.EndsWith(".context_length", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out var length))
            {
                context = length;
            }
        }

        return new ModelCard(
            Said(reply.Details?.Family),
            ParameterSize.InBillions(reply.Details?.ParameterSize),
            Quantization(reply.Details?.QuantizationLevel),
            context,
            reply.Capabilities ?? [],
            Said(reply.System),
            Said(reply.Template),
            Said(reply.Parameters),
            Said(reply.License),
            reply.ModifiedAt);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Quantization(string? text) => Said(text) is { } said && said != "unknown" ? said : null;

    private static ChatTotals Totals(Wire.ChatLine line) => new(
        line.DoneReason ?? "stop",
        Nanoseconds(line.TotalDuration),
        Nanoseconds(line.LoadDuration),
        line.PromptEvalCount ?? 0,
        Nanoseconds(line.PromptEvalDuration),
        line.EvalCount ?? 0,
        Nanoseconds(line.EvalDuration));

    private static TimeSpan Nanoseconds(long? count) => TimeSpan.FromTicks((count ?? 0) / TimeSpan.NanosecondsPerTick);

    /// <summary>Asks for one JSON object.</summary>
    private async Task<T> AskAsync<T>(Question question, TimeSpan bound, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var call = new BoundedCall(_time, cancellationToken);
        call.Await(bound, ModelHostFailure.Silent);
        using var response = await SendAsync(question, call);
        var body = await BodyAsync(question, response, LongestReply, call);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw NotOllama(question, "the answer is null");
        }
        catch (JsonException problem)
        {
            throw NotOllama(question, $"the answer is not the JSON it should be ({problem.Message}): {Shown(body)}", problem);
        }
    }

    /// <summary>Sends and waits for the headers; anything but 200 is thrown as the failure it is.</summary>
    private async Task<HttpResponseMessage> SendAsync(Question question, BoundedCall call)
    {
        using var request = new HttpRequestMessage(question.Method, new Uri(Address, question.Path));
        request.Headers.Authorization = _credentials;
        if (question.Json is { } json)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Token);
        }
        catch (Exception problem) when (Explain(question, problem, call) is { } failure)
        {
            throw failure;
        }

        if (response.StatusCode == HttpStatusCode.OK)
            return response;

        using (response)
        {
            throw await RefusalAsync(question, response, call);
        }
    }

    private async Task<ModelHostException> RefusalAsync(Question question, HttpResponseMessage response, BoundedCall call)
    {
        var body = await BodyAsync(question, response, 1024 * 1024, call);
        var text = OllamaErrors.TextOf(Encoding.UTF8.GetString(body));
        var failure = OllamaErrors.Classify(response.StatusCode, text);
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        var said = text ?? (body.Length == 0 ? "(empty body)" : Shown(body));
        if (failure == ModelHostFailure.Refused && body.Length == 0)
        {
            said = $"(empty body) Ollama turns away requests for the host name '{Address.Host}' while it listens on loopback only. "
                + "Put an IP address or localhost into the node's address, or start Ollama with OLLAMA_HOST=0.0.0.0";
        }
        else if (failure == ModelHostFailure.NotOllama)
        {
            said = $"this is not an answer of Ollama's; is the node's address right? {said}";
        }

        return Failed(question, failure, $"{status}: {said}", text, response.StatusCode);
    }

    private async Task<byte[]> BodyAsync(Question question, HttpResponseMessage response, int longest, BoundedCall call)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(call.Token);
            using var body = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (body.Length < longest)
            {
                var read = await stream.ReadAsync(buffer, call.Token);
                if (read == 0)
                    return body.ToArray();

                body.Write(buffer, 0, read);
            }

            throw NotOllama(question, $"an answer of more than {longest} bytes: {Shown(body.ToArray())}");
        }
        catch (Exception problem) when (Explain(question, problem, call) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<NdjsonReader> OpenAsync(Question question, HttpResponseMessage response, BoundedCall call)
    {
        try
        {
            return new NdjsonReader(await response.Content.ReadAsStreamAsync(call.Token));
        }
        catch (Exception problem) when (Explain(question, problem, call) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>The next line of a stream, or null at its end.</summary>
    private async ValueTask<T?> NextAsync<T>(Question question, NdjsonReader lines, JsonTypeInfo<T> type, BoundedCall call)
        where T : class
    {
        NdjsonReader.Line? line;
        try
        {
            line = await lines.ReadAsync(call.Token);
        }
        catch (Exception problem) when (Explain(question, problem, call) is { } failure)
        {
            throw failure;
        }

        if (line is not { } found)
            return null;

        try
        {
            return JsonSerializer.Deserialize(found.Bytes.Span, type) ?? throw NotOllama(question, "a line that is null");
        }
        catch (JsonException problem)
        {
            // A line without its end is one that the stream broke off; only a whole line can be called no JSON.
            throw found.IsTerminated || !LooksLikeJson(found.Bytes.Span)
                ? NotOllama(question, $"a line that is not the JSON it should be: {Shown(found.Bytes.Span)}", problem)
                : Failed(question, ModelHostFailure.StreamCut, $"the stream ended inside a line: {Shown(found.Bytes.Span)}", inner: problem);
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> line) => line.TrimStart(" \t"u8) is [(byte)'{', ..];

    /// <summary>What an exception below us means; null for one that is to go on as it is (the caller's cancellation, our own failures, bugs).</summary>
    private ModelHostException? Explain(Question question, Exception problem, BoundedCall call)
    {
        if (call.IsCallersCancellation || problem is ModelHostException)
            return null;

        if (call.Exceeded is { } exceeded)
        {
            return Failed(question, exceeded.Failure, exceeded.Failure switch
            {
                ModelHostFailure.TookTooLong => $"the answer was not complete after {Seconds(exceeded.Bound)}",
                ModelHostFailure.Stalled => $"the stream stood still for {Seconds(exceeded.Bound)}",
                _ => $"nothing came within {Seconds(exceeded.Bound)}",
            }, inner: problem);
        }

        return problem switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
                => NotOllama(question, $"this is not HTTP: {Chain(problem)}", problem),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
                => Failed(question, ModelHostFailure.Unreachable, $"no connection: {Chain(problem)}", inner: problem),
            HttpRequestException or IOException => Failed(question, ModelHostFailure.ConnectionLost, $"the connection died: {Chain(problem)}", inner: problem),
            InvalidDataException => NotOllama(question, problem.Message, problem),
            _ => null,
        };
    }

    private ModelHostException NotOllama(Question question, string what, Exception? inner = null) =>
        Failed(question, ModelHostFailure.NotOllama, what, inner: inner);

    private ModelHostException Failed(
        Question question, ModelHostFailure failure, string what, string? hostText = null, HttpStatusCode? status = null, Exception? inner = null) =>
        new(failure, $"{question.Method} {new Uri(Address, question.Path)}: {what}", hostText, status, inner);

    private static string Seconds(TimeSpan bound) => FormattableString.Invariant($"{bound.TotalSeconds:0.###} s");

    private static string Chain(Exception problem) =>
        problem.InnerException is { } inner && !problem.Message.Contains(inner.Message, StringComparison.Ordinal)
            ? $"{problem.Message} {Chain(inner)}"
            : problem.Message;

    private static string Shown(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestErrorShown)]);
        return body.Length > LongestErrorShown ? $"{text}… ({body.Length} bytes)" : text;
    }

    private async ValueTask<Stream> ConnectInTimeAsync(
        DnsEndPoint target, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>> connect, CancellationToken cancellationToken)
    {
        using var bound = new CancellationTokenSource(_options.Connect, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token);
        try
        {
            return await connect(target, linked.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{target.Host}:{target.Port} did not accept a connection within {Seconds(_options.Connect)}.");
        }
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed record Question(HttpMethod Method, string Path, byte[]? Json)
    {
        public static Question Get(string path) => new(HttpMethod.Get, path, null);

        public static Question Post<T>(string path, T body, JsonTypeInfo<T> type) => Of(HttpMethod.Post, path, body, type);

        public static Question Of<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type) =>
            new(method, path, JsonSerializer.SerializeToUtf8Bytes(body, type));
    }
}
