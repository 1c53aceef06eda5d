using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Discord;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord;

/// <summary>
/// A loopback server that plays Discord by script: answers to calls, one after the other by name, and gateway connections that the test
/// holds the other end of. A call that nobody scripted is answered with 418 and makes <see cref="DisposeAsync"/> throw.
/// </summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "scripted-token-0123456789";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RestAnswer>> _script = new();
    private readonly ConcurrentDictionary<string, RestAnswer> _standing = new();
    private readonly ConcurrentQueue<string> _unscripted = [];
    private readonly Channel<RestCall> _calls = System.Threading.Channels.Channel.CreateUnbounded<RestCall>();
    private readonly Channel<GatewayPeer> _peers = System.Threading.Channels.Channel.CreateUnbounded<GatewayPeer>();
    private readonly CancellationTokenSource _end = new();

    private ScriptedDiscord(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public Uri GatewayUrl => new($"ws://{Address.Authority}/gateway");

    /// <summary>All calls so far, in order of arrival.</summary>
    public ConcurrentQueue<RestCall> Calls { get; } = [];

    /// <summary>Requests whose client went away before they were answered.</summary>
    public TaskCompletionSource Aborted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<ScriptedDiscord> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var discord = new ScriptedDiscord(app);
        app.UseWebSockets();
        app.Run(discord.HandleAsync);
        await app.StartAsync();
        discord.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        discord.Always("GET /gateway/bot", RestAnswer.Ok(discord.GatewayBot()));
        return discord;
    }

    public DiscordOptions Options(Action<DiscordOptions>? change = null)
    {
        var options = new DiscordOptions { BaseUrl = DiscordOptions.ForServer(Address), Token = Token };
        change?.Invoke(options);
        return options;
    }

    public DiscordClient Client(
        TimeProvider? time = null, Action<DiscordOptions>? change = null, Random? random = null, ILoggerFactory? log = null) =>
        new(Options(change), time ?? TimeProvider.System, random ?? new Random(7), log ?? new CapturedLog());

    public string GatewayBot(string? url = null, int shards = 1, int remaining = 999, int resetAfter = 0, int maxConcurrency = 1) => $$"""
        {"url": "{{url ?? GatewayUrl.ToString()}}", "shards": {{shards}},
         "session_start_limit": {"total": 1000, "remaining": {{remaining}}, "reset_after": {{resetAfter}}, "max_concurrency": {{maxConcurrency}} } }
        """;

    /// <summary>Answers to the next calls with this name, such as <c>POST /channels/1/messages</c>.</summary>
    public void On(string name, params RestAnswer[] answers)
    {
        var queue = _script.GetOrAdd(name, _ => new ConcurrentQueue<RestAnswer>());
        foreach (var answer in answers)
            queue.Enqueue(answer);
    }

    /// <summary>The answer to calls with this name for which no other is left.</summary>
    public void Always(string name, RestAnswer answer) => _standing[name] = answer;

    /// <summary>The next call, as soon as it has arrived.</summary>
    public async Task<RestCall> NextCallAsync() => await _calls.Reader.ReadAsync(Patience.Token);

    /// <summary>The next gateway connection, as soon as it is made.</summary>
    public async Task<GatewayPeer> AcceptAsync() => await _peers.Reader.ReadAsync(Patience.Token);

    /// <summary>Whether a gateway connection was made that nobody has accepted.</summary>
    public bool HasPeer => _peers.Reader.Count > 0;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _app.StopAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            // Connections that a test left open.
        }

        await _app.DisposeAsync();
        if (!_unscripted.IsEmpty)
            throw new InvalidOperationException("Nobody scripted " + string.Join(", ", _unscripted));
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var peer = new GatewayPeer(socket, context.Request.Path + context.Request.QueryString.ToString(), context.Abort);
            await _peers.Writer.WriteAsync(peer);
            await peer.Over.WaitAsync(_end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        var call = await ReadAsync(context.Request);
        Calls.Enqueue(call);
        await _calls.Writer.WriteAsync(call);
        await WriteAsync(context, Find(call.Name));
    }

    private RestAnswer Find(string name)
    {
        if (_script.TryGetValue(name, out var queue) && queue.TryDequeue(out var answer))
            return answer;
        if (_standing.TryGetValue(name, out var standing))
            return standing;
        _unscripted.Enqueue(name);
        return new RestAnswer(418, """{"message": "Nobody scripted this."}""");
    }

    private async Task WriteAsync(HttpContext context, RestAnswer answer)
    {
        if (answer.Hangs)
        {
            context.RequestAborted.Register(() => Aborted.TrySetResult());
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _end.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        if (answer.Cuts)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (header, value) in answer.Headers)
            context.Response.Headers[header] = value;
        if (answer.Body.Length == 0)
            return;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Body);
    }

    private static async Task<RestCall> ReadAsync(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        var path = request.Path.Value!;
        if (!path.StartsWith("/api/v10/", StringComparison.Ordinal))
            throw new InvalidOperationException("Not under the API's root: " + path);
        // The raw path keeps what is escaped, the way it went over the wire.
        var raw = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        raw = raw["/api/v10".Length..].Split('?')[0];
        var body = memory.ToArray();
        return new RestCall(
            $"{request.Method} {raw}",
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.ContentType ?? "",
            body,
            request.HasFormContentType ? await PartsAsync(request.ContentType!, body) : []);
    }

    private static async Task<List<FormPart>> PartsAsync(string contentType, byte[] body)
    {
        var boundary = Microsoft.Net.Http.Headers.HeaderUtilities.RemoveQuotes(
            Microsoft.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType).Boundary).Value!;
        var reader = new Microsoft.AspNetCore.WebUtilities.MultipartReader(boundary, new MemoryStream(body));
        var parts = new List<FormPart>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content);
            var disposition = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            parts.Add(new FormPart(
                Microsoft.Net.Http.Headers.HeaderUtilities.RemoveQuotes(disposition.Name).Value!,
                disposition.FileName.HasValue ? Microsoft.Net.Http.Headers.HeaderUtilities.RemoveQuotes(disposition.FileName).Value : null,
                section.ContentType,
                content.ToArray()));
        }

        return parts;
    }
}
