using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord;
using Bot.Discord.Events;
using Bot.Tests.Discord.Gateway;
using Sandbox;

namespace Bot.Tests.Discord.Contract;

/// <summary>The sandbox with our client in it, and hands for its members.</summary>
internal sealed class SandboxStage : IAsyncDisposable
{
    public static readonly ServerId Server = new(1187000000000000000);
    public static readonly ChannelId Arena = new(1187000000000000101);
    public const ulong Alice = 563000000000000001;

    private readonly SandboxServer _sandbox;
    private readonly HttpClient _http;

    private SandboxStage(SandboxServer sandbox, RunningClient running)
    {
        _sandbox = sandbox;
        Running = running;
        _http = new HttpClient { BaseAddress = new Uri(sandbox.Address, "api/v10/") };
    }

    public RunningClient Running { get; }

    public DiscordClient Client => Running.Client;

    public Uri Address => _sandbox.Address;

    /// <summary>The bot is connected and knows its server.</summary>
    public static async Task<SandboxStage> StartAsync(Action<DiscordOptions>? change = null, Random? random = null)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, Patience.Token);
        var stage = new SandboxStage(sandbox, new RunningClient(NewClient(sandbox.Address, change, random)));
        Assert.True((await stage.Running.NextAsync<DiscordEvent.Ready>()).IsNewSession);
        await stage.Running.NextAsync<DiscordEvent.ServerAvailable>();
        return stage;
    }

    public static DiscordClient NewClient(Uri sandbox, Action<DiscordOptions>? change = null, Random? random = null)
    {
        var options = new DiscordOptions { BaseUrl = DiscordOptions.ForServer(sandbox), Token = "sandbox-bot" };
        change?.Invoke(options);
        return new DiscordClient(options, TimeProvider.System, random ?? new Random(3), new CapturedLog());
    }

    /// <summary>Reads past what happens meanwhile until one of these comes that fits.</summary>
    public async Task<T> UntilAsync<T>(Func<T, bool>? fits = null)
        where T : DiscordEvent
    {
        while (true)
        {
            if (await Client.Events.ReadAsync(Patience.Token) is T happened && fits?.Invoke(happened) is not false)
                return happened;
        }
    }

    /// <summary>A member does something, which must succeed.</summary>
    public async Task<JsonElement> AsAsync(string member, HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", "sandbox-" + member);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _http.SendAsync(request, Patience.Token);
        var text = await response.Content.ReadAsStringAsync(Patience.Token);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        if (text.Length == 0)
            return default;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public Task<JsonElement> FaultAsync(string json) => AsAsync("alice", HttpMethod.Post, "sandbox/faults", JsonNode.Parse(json));

    public Task ReactAsync(string member, MessageId message, string emoji, bool burst = false) => AsAsync(
        member, HttpMethod.Put, $"channels/{Arena}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me{(burst ? "?type=1" : "")}");

    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string member) =>
        [.. (await AsAsync(member, HttpMethod.Get, $"channels/{Arena}/messages?limit=50")).EnumerateArray()];

    /// <summary>A member uses a command, component or form; the bot hears of it as an interaction.</summary>
    public async Task InteractAsync(string member, int type, JsonObject data, MessageId? message = null)
    {
        var application = (await Client.WhoAmIAsync(Patience.Token)).Application;
        var body = new JsonObject
        {
            ["type"] = type,
            ["application_id"] = application.ToString(),
            ["guild_id"] = Server.ToString(),
            ["channel_id"] = Arena.ToString(),
            ["session_id"] = "test",
            ["nonce"] = "1",
            ["data"] = data,
        };
        if (message is { } id)
            body["message_id"] = id.ToString();
        await AsAsync(member, HttpMethod.Post, "interactions", body);
    }

    /// <summary>The registered command, as a member's client knows it.</summary>
    public async Task<JsonObject> CommandAsync(string name)
    {
        var index = await AsAsync("alice", HttpMethod.Get, $"guilds/{Server}/application-command-index");
        var command = index.GetProperty("application_commands").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);
        return new JsonObject
        {
            ["id"] = command.GetProperty("id").GetString(),
            ["version"] = command.GetProperty("version").GetString(),
            ["name"] = name,
            ["type"] = command.GetProperty("type").GetInt32(),
        };
    }

    public Task<byte[]> DownloadAsync(Uri address) => _http.GetByteArrayAsync(address, Patience.Token);

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }
}
