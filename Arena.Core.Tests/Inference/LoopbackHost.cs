using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arena.Core.Tests.Inference;

/// <summary>A small HTTP server on loopback that answers each request by a script, byte by byte if it likes.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Func<LoopbackRequest, LoopbackConnection, Task> _script;
    private readonly List<Task> _running = [];
    private readonly Task _accepting;

    public LoopbackHost(Func<LoopbackRequest, LoopbackConnection, Task> script)
    {
        _script = script;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public List<LoopbackRequest> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _accepting;                          // before the listener stops: a stopped one can not be asked to accept
        _listener.Stop();
        await Task.WhenAll(_running).WaitAsync(Patience.Bound);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                _running.Add(ServeAsync(await _listener.AcceptSocketAsync(_ended.Token)));
            }
            catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                if (await ReadAsync(socket) is { } request)
                {
                    lock (Requests)
                        Requests.Add(request);

                    await _script(request, new LoopbackConnection(socket));
                }
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task<LoopbackRequest?> ReadAsync(Socket socket)
    {
        var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var text = Encoding.Latin1.GetString(received.GetBuffer(), 0, (int)received.Length);
            var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headEnd >= 0)
            {
                var lines = text[..headEnd].Split("\r\n");
                var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
                    .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
                var length = headers.TryGetValue("Content-Length", out var said) ? int.Parse(said) : 0;
                if (received.Length >= headEnd + 4 + length)
                {
                    var first = lines[0].Split(' ');
                    return new LoopbackRequest(
                        first[0], first[1], headers, Encoding.UTF8.GetString(received.GetBuffer(), headEnd + 4, length));
                }
            }

            var read = await socket.ReceiveAsync(buffer, _ended.Token);
            if (read == 0)
                return null;

            received.Write(buffer, 0, read);
        }
    }
}
