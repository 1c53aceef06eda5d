using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Bot.Tests.Page;

/// <summary>
/// A bot without a mind: it connects to the sandbox's gateway as ArenaBot, collects the interactions and sends what the test says.
/// It knows nothing of the arena, so that the page is tested against Discord's shapes alone.
/// </summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    public const string ApplicationId = "1186800000000000000";
    public const string GuildId = "1187000000000000000";
    public const string ArenaChannel = "1187000000000000101";
    public const string GeneralChannel = "1187000000000000102";

    private readonly HttpClient _http;
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonObject> _interactions = Channel.CreateUnbounded<JsonObject>();
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _listening = Task.CompletedTask;

    private ScriptedBot(Uri sandbox)
    {
        _http = new() { BaseAddress = new(sandbox, "/api/v10/") };
        _http.DefaultRequestHeaders.Authorization = new("Bot", "sandbox-bot");
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DiscordBot", "1"));
    }

    /// <summary>Connects and waits for READY; the commands are registered before that.</summary>
    public static async Task<ScriptedBot> ConnectAsync(Uri sandbox, CancellationToken cancellationToken, params JsonObject[] commands)
    {
        var bot = new ScriptedBot(sandbox);
        await bot.SendAsync(HttpMethod.Put, $"applications/{ApplicationId}/commands", new JsonArray([.. commands]), cancellationToken);
        var gateway = await bot._http.GetFromJsonAsync<JsonObject>("gateway/bot", cancellationToken);
        await bot._socket.ConnectAsync(new($"{gateway!["url"]}?v=10&encoding=json"), cancellationToken);
        bot._listening = bot.ListenAsync();
        await bot._ready.Task.WaitAsync(Patience.Bound, cancellationToken);
        return bot;
    }

    /// <summary>The next interaction that a member sent and that was not yet taken.</summary>
    public async Task<JsonObject> InteractionAsync(CancellationToken cancellationToken) =>
        await _interactions.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience.Bound, cancellationToken);

    public Task<JsonObject?> PostAsync(string channel, JsonObject message, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"channels/{channel}/messages", message, cancellationToken);

    public Task<JsonObject?> EditAsync(string channel, string message, JsonObject changes, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, $"channels/{channel}/messages/{message}", changes, cancellationToken);

    public Task ReactAsync(string channel, string message, string emoji, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, $"channels/{channel}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me", null, cancellationToken);

    public Task<JsonObject?> RespondAsync(JsonObject interaction, JsonObject response, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"interactions/{interaction["id"]}/{interaction["token"]}/callback", response, cancellationToken);

    public Task<JsonObject?> EditResponseAsync(JsonObject interaction, JsonObject changes, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, $"webhooks/{ApplicationId}/{interaction["token"]}/messages/@original", changes, cancellationToken);

    /// <summary>Posts a message with one file, as Discord documents multipart bodies.</summary>
    public async Task<JsonObject?> PostFileAsync(string channel, JsonObject message, string name, string contentType, byte[] bytes, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(message.ToJsonString(), new MediaTypeHeaderValue("application/json")), "payload_json");
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new(contentType);
        form.Add(file, "files[0]", name);
        using var response = await _http.PostAsync($"channels/{channel}/messages", form, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _socket.Dispose();
        _http.Dispose();
        _end.Dispose();
    }

    private async Task<JsonObject?> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
                return await ReadAsync(response, cancellationToken);
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.RequestUri} was answered {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } payload)
                await TakeAsync(payload);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The test is over.
        }
        catch (WebSocketException exception)
        {
            _ready.TrySetException(exception);
            _interactions.Writer.TryComplete(exception);
        }
    }

    private async Task TakeAsync(JsonObject payload)
    {
        switch ((int)payload["op"]!)
        {
            case 10:
                await SayAsync(2, new JsonObject
                {
                    ["token"] = "sandbox-bot",
                    ["intents"] = 1,
                    ["properties"] = new JsonObject { ["os"] = "test", ["browser"] = "test", ["device"] = "test" },
                });
                break;
            case 1:
                await SayAsync(1, null);
                break;
            case 0 when (string?)payload["t"] == "READY":
                _ready.TrySetResult();
                break;
            case 0 when (string?)payload["t"] == "INTERACTION_CREATE":
                _interactions.Writer.TryWrite(payload["d"]!.AsObject());
                break;
        }
    }

    private Task SayAsync(int op, JsonNode? data) => _socket.SendAsync(
        System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString()), WebSocketMessageType.Text, true, _end.Token);

    private async Task<JsonObject?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, _end.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                message.Position = 0;
                return JsonNode.Parse(message)!.AsObject();
            }
        }
    }
}
