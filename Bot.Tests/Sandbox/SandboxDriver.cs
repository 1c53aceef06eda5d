using System.Text;
using System.Text.Json.Nodes;
using Sandbox;

namespace Bot.Tests.Sandbox;

/// <summary>A sandbox on a free port and everybody in it, over real HTTP and WebSockets.</summary>
internal sealed class SandboxDriver : IAsyncDisposable
{
    public const string Application = "1186800000000000000";
    public const string Guild = "1187000000000000000";
    public const string ArenaChannel = "1187000000000000101";
    public const string GeneralChannel = "1187000000000000102";
    public const string Moderators = "1187000000000000202";
    public const string Alice = "563000000000000001";
    public const string Bob = "563000000000000002";
    public const string TheBot = "bot";

    private readonly SandboxServer _server;
    private readonly HttpClient _http = new();
    private readonly List<GatewayClient> _gateways = [];

    private SandboxDriver(SandboxServer server) => _server = server;

    public Uri Address => _server.Address;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SandboxDriver> StartAsync(SandboxOptions? options = null) =>
        new(await SandboxServer.StartAsync((options ?? new SandboxOptions()) with { Port = 0 }, Stop));

    /// <summary>Sends as the bot ("bot"), as a member by name, or as nobody ("").</summary>
    public async Task<Answer> SendAsync(string who, string method, string path, JsonNode? body = null)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(who, method, path, content);
    }

    public async Task<Answer> SendAsync(string who, string method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address, "/api/v10" + path)) { Content = content };
        if (who.Length > 0)
            request.Headers.TryAddWithoutValidation("Authorization", who == TheBot ? "Bot sandbox-bot" : $"sandbox-{who}");
        using var response = await _http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new Answer(response.StatusCode, isJson ? JsonNode.Parse(text) : null, text,
            response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Sends and expects success.</summary>
    public async Task<Answer> DoAsync(string who, string method, string path, JsonNode? body = null)
    {
        var answer = await SendAsync(who, method, path, body);
        Assert.True((int)answer.Status < 300, $"{method} {path} was answered {(int)answer.Status} {answer.Text}");
        return answer;
    }

    public Task<Answer> SayAsync(string who, string content, string channel = ArenaChannel) =>
        DoAsync(who, "POST", $"/channels/{channel}/messages", new JsonObject { ["content"] = content });

    public Task<Answer> ReactAsync(string who, string message, string emoji, string channel = ArenaChannel) =>
        DoAsync(who, "PUT", $"/channels/{channel}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me");

    public async Task<JsonArray> MessagesAsync(string who, string channel = ArenaChannel, string query = "") =>
        (JsonArray)(await DoAsync(who, "GET", $"/channels/{channel}/messages{query}")).Json!;

    public Task<Answer> FaultAsync(JsonObject fault) => DoAsync("", "POST", "/sandbox/faults", fault);

    /// <summary>Registers one command; gives it as Discord would.</summary>
    public async Task<JsonNode> RegisterAsync(JsonObject command) =>
        (await DoAsync(TheBot, "POST", $"/applications/{Application}/commands", command)).Json!;

    /// <summary>What a member's client sends to invoke a command.</summary>
    public static JsonObject Invoke(JsonNode command, JsonArray? options = null, int type = 2, string channel = ArenaChannel) => new()
    {
        ["type"] = type,
        ["application_id"] = Application,
        ["guild_id"] = Guild,
        ["channel_id"] = channel,
        ["session_id"] = "test",
        ["nonce"] = "n1",
        ["data"] = new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["version"] = command["version"]!.DeepClone(),
            ["name"] = command["name"]!.DeepClone(),
            ["type"] = command["type"]!.DeepClone(),
            ["options"] = options ?? [],
        },
    };

    public static JsonObject Press(string message, string customId) => new()
    {
        ["type"] = 3,
        ["application_id"] = Application,
        ["guild_id"] = Guild,
        ["channel_id"] = ArenaChannel,
        ["message_id"] = message,
        ["session_id"] = "test",
        ["nonce"] = "n2",
        ["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = customId },
    };

    public Task<Answer> InteractAsync(string who, JsonObject interaction) => SendAsync(who, "POST", "/interactions", interaction);

    public Task<Answer> CallbackAsync(JsonNode interaction, int type, JsonObject? data = null, string query = "")
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
            body["data"] = data;
        return SendAsync("", "POST", $"/interactions/{interaction["id"]}/{interaction["token"]}/callback{query}", body);
    }

    /// <summary>A gateway connection, before it said anything.</summary>
    public async Task<GatewayClient> DialAsync(string query = "?v=10&encoding=json")
    {
        var client = await GatewayClient.DialAsync(new Uri($"ws://127.0.0.1:{Address.Port}/gateway{query}"), Stop);
        _gateways.Add(client);
        return client;
    }

    /// <summary>A connection that is past READY and the servers it begins with.</summary>
    public async Task<GatewayClient> ConnectAsync(string who, int? intents = null)
    {
        var client = await DialAsync();
        await client.OpcodeAsync(10);
        await client.SendAsync(2, GatewayClient.Identity(who == TheBot ? "sandbox-bot" : $"sandbox-{who}", intents ?? GatewayClient.EverythingOpen));
        await client.EventAsync("READY");
        if (((intents ?? 1) & 1) == 1)
            await client.EventAsync("GUILD_CREATE");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _gateways)
            client.Dispose();
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
