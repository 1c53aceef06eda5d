using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.EndToEnd;

/// <summary>A TCP relay on loopback that can be unplugged: whoever is behind it is then down, for everybody who comes this way.</summary>
internal sealed class LoopbackRelay : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly int _port;
    private TcpListener? _listener;
    private CancellationTokenSource _plug = new();

    public LoopbackRelay(Uri target)
    {
        _target = target;
        _port = Listen(0);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public void Unplug()
    {
        _plug.Cancel();
        _listener?.Stop();
    }

    public void Plug()
    {
        _plug = new CancellationTokenSource();
        Listen(_port);
    }

    public ValueTask DisposeAsync()
    {
        Unplug();
        return ValueTask.CompletedTask;
    }

    private int Listen(int wanted)
    {
        _listener = new TcpListener(IPAddress.Loopback, wanted);
        _listener.Start();
        _ = AcceptAsync(_listener, _plug.Token);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener from, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                _ = RelayAsync(await from.AcceptTcpClientAsync(cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Unplugged.
        }
    }

    private async Task RelayAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target.Port, cancellationToken);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), cancellationToken),
                    server.GetStream().CopyToAsync(client.GetStream(), cancellationToken));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
            {
                // One of the two hung up, or the relay was unplugged.
            }
        }
    }
}
