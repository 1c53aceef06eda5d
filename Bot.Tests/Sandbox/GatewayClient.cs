using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Sandbox;

/// <summary>The gateway as a client sees it, message by message.</summary>
internal sealed class GatewayClient : IDisposable
{
    /// <summary>Guilds, members, messages, reactions, typing, content.</summary>
    public const int EverythingOpen = 1 | 1 << 1 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 15;

    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonObject> _passed = [];

    public string SessionId { get; private set; } = "";
    public int Sequence { get; private set; }

    public static async Task<GatewayClient> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        var client = new GatewayClient();
        await client._socket.ConnectAsync(address, cancellationToken);
        return client;
    }

    public static JsonObject Identity(string token, int intents) => new()
    {
        ["token"] = token,
        ["intents"] = intents,
        ["properties"] = new JsonObject { ["os"] = "test", ["browser"] = "test", ["device"] = "test" },
    };

    public Task SendAsync(int opcode, JsonNode? data) => SendAsync(new JsonObject { ["op"] = opcode, ["d"] = data }.ToJsonString());

    public Task SendAsync(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, SandboxDriver.Stop);

    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", SandboxDriver.Stop);

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut() => _socket.Abort();

    /// <summary>The next payload with this opcode; others are passed over.</summary>
    public async Task<JsonObject> OpcodeAsync(int opcode) => await NextAsync(payload => (int)payload["op"]! == opcode, $"opcode {opcode}");

    /// <summary>The data of the next event of this name that fits; others are passed over, and can be asked for with <see cref="Passed"/>.</summary>
    public async Task<JsonNode> EventAsync(string name, Func<JsonNode, bool>? fits = null) =>
        (await NextAsync(payload => (string?)payload["t"] == name && fits?.Invoke(payload["d"]!) != false, name))["d"]!;

    /// <summary>Names of the events seen so far.</summary>
    public IEnumerable<string> Passed => _passed.Select(payload => (string?)payload["t"]).OfType<string>();

    /// <summary>Says something in the channel as dave and collects the events before it arrives: what was not sent by then, is not sent.</summary>
    public async Task<IReadOnlyList<string>> UntilAsync(SandboxDriver sandbox)
    {
        var from = _passed.Count;
        var mark = (await sandbox.SayAsync("dave", "mark")).Id;
        await EventAsync("MESSAGE_CREATE", data => (string?)data["id"] == mark);
        return [.. _passed.Skip(from).Select(payload => (string?)payload["t"]).OfType<string>().SkipLast(1)];
    }

    /// <summary>The close code, once the server closed.</summary>
    public async Task<int> ClosedAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }
        return (int)(_socket.CloseStatus ?? 0);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonObject> NextAsync(Func<JsonObject, bool> fits, string what)
    {
        while (await ReceiveAsync() is { } payload)
        {
            _passed.Add(payload);
            if (payload["s"] is { } sequence)
                Sequence = (int)sequence;
            if ((string?)payload["t"] == "READY")
                SessionId = (string)payload["d"]!["session_id"]!;
            if (fits(payload))
                return payload;
        }
        throw new InvalidOperationException($"Closed with {_socket.CloseStatus} while waiting for {what}.");
    }

    private async Task<JsonObject?> ReceiveAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(SandboxDriver.Stop);
        deadline.CancelAfter(Patience.Bound);
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer), deadline.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return (JsonObject)JsonNode.Parse(message.ToArray())!;
        }
    }
}
