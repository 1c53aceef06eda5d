using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bot.Tests.Discord;

/// <summary>Discord's end of one gateway connection, in a test's hands.</summary>
internal sealed class GatewayPeer(WebSocket socket, string target, Action abort)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Path and query that the client connected to.</summary>
    public string Target { get; } = target;

    public Task Over => _over.Task;

    public Task SendAsync(string json) => SendAsync(Encoding.UTF8.GetBytes(json));

    public async Task SendAsync(byte[] payload) =>
        await socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, Patience.Token);

    /// <summary>In pieces of so many bytes, as networks and servers do.</summary>
    public async Task SendInPiecesAsync(string json, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var start = 0; start < bytes.Length; start += size)
        {
            var piece = bytes.AsMemory(start, Math.Min(size, bytes.Length - start));
            await socket.SendAsync(piece, WebSocketMessageType.Text, start + size >= bytes.Length, Patience.Token);
        }
    }

    /// <param name="interval">Milliseconds; by default so long that no beat comes unasked.</param>
    public Task HelloAsync(int interval = 3_600_000) => SendAsync($$"""{"op": 10, "d": {"heartbeat_interval": {{interval}} } }""");

    public Task DispatchAsync(string type, int sequence, string data) =>
        SendAsync($$"""{"op": 0, "t": "{{type}}", "s": {{sequence}}, "d": {{data}}}""");

    public Task ReadyAsync(string session, string resumeUrl, int sequence = 1, string guilds = "") => DispatchAsync("READY", sequence, $$"""
        {"v": 10, "user": {"id": "900", "username": "ArenaBot", "discriminator": "0000", "bot": true}, "guilds": [{{guilds}}],
         "session_id": "{{session}}", "resume_gateway_url": "{{resumeUrl}}", "application": {"id": "901", "flags": 0} }
        """);

    public Task ReactionAsync(int sequence, ulong user) => DispatchAsync("MESSAGE_REACTION_ADD", sequence, $$"""
        {"user_id": "{{user}}", "channel_id": "2", "message_id": "3", "guild_id": "1", "emoji": {"id": null, "name": "🇦"}, "burst": false, "type": 0}
        """);

    /// <summary>The next payload; heartbeats are passed over unless asked for.</summary>
    public async Task<JsonElement> ReceiveAsync(int opcode)
    {
        while (true)
        {
            var payload = await ReceiveAnyAsync() ?? throw new InvalidOperationException($"The client closed instead of sending {opcode}.");
            var op = payload.GetProperty("op").GetInt32();
            if (op == opcode)
                return payload;
            if (op != 1)
                throw new InvalidOperationException($"The client sent {op} instead of {opcode}.");
        }
    }

    /// <summary>Waits for the client to go: its close code, or null if it just broke off.</summary>
    public async Task<int?> LeftAsync()
    {
        try
        {
            while (await ReceiveAnyAsync() is not null)
            {
            }

            return (int?)socket.CloseStatus;
        }
        catch (WebSocketException)
        {
            return null;
        }
        finally
        {
            _over.TrySetResult();
        }
    }

    public async Task CloseAsync(int code)
    {
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, "scripted", Patience.Token);
        await LeftAsync();
    }

    /// <summary>Breaks off without a word.</summary>
    public void Drop()
    {
        abort();
        _over.TrySetResult();
    }

    private async Task<JsonElement?> ReceiveAnyAsync()
    {
        using var memory = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, Patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            memory.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            using var document = JsonDocument.Parse(memory.ToArray());
            return document.RootElement.Clone();
        }
    }
}
