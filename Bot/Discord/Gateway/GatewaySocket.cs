using System.Buffers;
using System.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>One WebSocket connection: whole messages of any size in, limited sends out.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int ReadSize = 16 * 1024;
    private const int KeptBuffer = 1024 * 1024;

    /// <summary>No payload of Discord's comes near this; more is not read into memory.</summary>
    private const int LargestPayload = 64 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SendLimit _limit;
    private readonly TimeProvider _time;
    private ArrayBufferWriter<byte> _buffer = new(ReadSize);

    public GatewaySocket(TimeProvider time)
    {
        _time = time;
        _limit = new SendLimit(new Watch(time));
    }

    /// <summary>The code that Discord closed with; null if the connection just broke, or is open.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        if (Endpoints.IsLoopback(address))
            _socket.Options.Proxy = null;
        return _socket.ConnectAsync(address, cancellationToken);
    }

    /// <summary>The next message, valid until the next call; null when Discord has closed.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Capacity > KeptBuffer)
            _buffer = new ArrayBufferWriter<byte>(ReadSize);
        _buffer.ResetWrittenCount();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.GetMemory(ReadSize), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            _buffer.Advance(part.Count);
            if (part.EndOfMessage)
                return _buffer.WrittenMemory;
            if (_buffer.WrittenCount > LargestPayload)
                throw new WebSocketException($"A gateway payload is larger than {LargestPayload} bytes.");
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> payload, bool isHeartbeat, CancellationToken cancellationToken)
    {
        await _limit.EnterAsync(isHeartbeat, cancellationToken);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye if that is still possible, and does not wait long for it.</summary>
    public async Task CloseAsync(int code)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;

        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(2), _time);
        try
        {
            await _sending.WaitAsync(bound.Token);
            try
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, bound.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is being given up; a goodbye that does not get through is no loss.
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }
}
