using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.EndToEnd;

/// <summary>A TCP relay on loopback that can be unplugged: whoever is behind it is then down, for everybody who comes this way.</summary>
internal sealed class LoopbackRelay : IAsyncDisposable
{
    private readonly Uri target;
    private readonly int port;
    private TcpListener? listener;
    private CancellationTokenSource plug = new();

    public LoopbackRelay(Uri target)
    {
        this.target = target;
        port = Listen(0);
    }

    public Uri Address => new($"http://127.0.0.1:{port}");

    public void Unplug()
    {
        plug.Cancel();
        listener?.Stop();
    }

    public void Plug()
    {
        plug = new CancellationTokenSource();
        Listen(port);
    }

    public ValueTask DisposeAsync()
    {
        Unplug();
        return ValueTask.CompletedTask;
    }

    private int Listen(int wanted)
    {
        listener = new TcpListener(IPAddress.Loopback, wanted);
        listener.Start();
        _ = AcceptAsync(listener, plug.Token);
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener from, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                _ = RelayAsync(await from.AcceptTcpClientAsync(cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
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
                await server.ConnectAsync(IPAddress.Loopback, target.Port, cancellationToken);
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
