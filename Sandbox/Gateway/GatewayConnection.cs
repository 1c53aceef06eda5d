using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Sandbox.Shapes;

namespace Sandbox.Gateway;

/// <summary>One WebSocket: what is to be sent waits in an outbox and goes out in order. Sending never blocks.</summary>
internal sealed class GatewayConnection(WebSocket socket)
{
    private static readonly TimeSpan ClosingPatience = TimeSpan.FromSeconds(5);
    private readonly Channel<Outgoing> _outbox = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });
    private volatile bool _stalled;

    public GatewaySession? Session { get; set; }

    private abstract record Outgoing
    {
        public sealed record Text(string Payload) : Outgoing;
        public sealed record Close(int Code, string Reason) : Outgoing;
    }

    /// <summary>From now on nothing leaves this connection, as if the network had died without telling.</summary>
    public void Stall() => _stalled = true;

    public void Send(string payload)
    {
        if (!_stalled)
            _outbox.Writer.TryWrite(new Outgoing.Text(payload));
    }

    public void Send(Opcode opcode, JsonNode? data) =>
        Send(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = (int)opcode, ["d"] = data }.ToJsonString(Wire.Json));

    /// <summary>Closes after everything that was sent before.</summary>
    public void Close(CloseCode code, string reason) => Close((int)code, reason);

    public void Close(int code, string reason)
    {
        _outbox.Writer.TryWrite(new Outgoing.Close(code, reason));
        _outbox.Writer.TryComplete();
    }

    /// <summary>The next text message; null when the connection ended. <paramref name="closed"/> hears the client's close code.</summary>
    public async Task<string?> ReceiveAsync(Action<int> closed, CancellationToken cancellationToken)
    {
        var buffer = new byte[8 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            WebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), cancellationToken);
            }
            catch (WebSocketException)
            {
                return null; // the client went away without a word
            }
            if (part.MessageType == WebSocketMessageType.Close)
            {
                closed((int)(part.CloseStatus ?? WebSocketCloseStatus.Empty));
                return null;
            }
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return part.MessageType == WebSocketMessageType.Text ? Encoding.UTF8.GetString(message.ToArray()) : "";
        }
    }

    /// <summary>Sends what the outbox holds until the connection is closed from this side or dies.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in _outbox.Reader.ReadAllAsync(cancellationToken))
                switch (item)
                {
                    case Outgoing.Text text:
                        await socket.SendAsync(Encoding.UTF8.GetBytes(text.Payload), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                        break;
                    case Outgoing.Close { Code: (int)CloseCode.Cut }:
                        socket.Abort();
                        return;
                    case Outgoing.Close close:
                        await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, cancellationToken);
                        await Task.Delay(ClosingPatience, cancellationToken); // ends early when the client answers the close
                        socket.Abort();
                        return;
                }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            socket.Abort(); // the other end is gone; the session waits for a resume
        }
    }

    public async Task AnswerCloseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (WebSocketException)
        {
            socket.Abort();
        }
    }
}
