using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Arena.Core.Tests.Inference;

/// <summary>One connection to a <see cref="LoopbackHost"/>, for a script to answer on, well or badly.</summary>
internal sealed class LoopbackConnection(Socket socket)
{
    public async Task SendAsync(string raw) => await SendAsync(Encoding.UTF8.GetBytes(raw));

    public async Task SendAsync(byte[] raw) => await socket.SendAsync(raw);

    /// <summary>A whole answer with its length.</summary>
    public Task AnswerAsync(int status, string type, string body) => SendAsync(
        $"HTTP/1.1 {status} Some Reason\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public Task JsonAsync(string body, int status = 200) => AnswerAsync(status, "application/json; charset=utf-8", body);

    /// <summary>The headers of a stream.</summary>
    public Task BeginStreamAsync() =>
        SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");

    public Task ChunkAsync(string text) => ChunkAsync(Encoding.UTF8.GetBytes(text));

    public Task ChunkAsync(byte[] data) =>
        SendAsync([.. Encoding.ASCII.GetBytes(data.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. data, (byte)'\r', (byte)'\n']);

    public Task EndStreamAsync() => SendAsync("0\r\n\r\n");

    /// <summary>Breaks the connection off, as a killed process does.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public void Close()
    {
        socket.Shutdown(SocketShutdown.Both);
        socket.Dispose();
    }

    /// <summary>Returns once the client has closed its side.</summary>
    public async Task ClientIsGoneAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Reset is as gone as closed.
        }
    }
}
