using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Arena.Core.Inference;

/// <summary>Reaches one Ollama: its address, the credentials in it, and a bound on connecting.</summary>
internal sealed class OllamaConnector : IDisposable
{
    private readonly TimeSpan _bound;
    private readonly TimeProvider _time;
    private readonly Func<DnsEndPoint, CancellationToken, ValueTask<Stream>> _connect;
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _credentials;

    /// <param name="connect">Opens a connection; null for one over TCP.</param>
    public OllamaConnector(
        Uri address, TimeSpan bound, TimeProvider time, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? connect)
    {
        _bound = bound;
        _time = time;
        _connect = connect ?? ConnectAsync;
        _credentials = address.UserInfo.Length == 0
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));
        Address = new UriBuilder(address) { UserName = "", Password = "", Path = address.AbsolutePath.TrimEnd('/') + "/" }.Uri;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (context, token) => ConnectInTimeAsync(context.DnsEndPoint, token),
            ConnectTimeout = Timeout.InfiniteTimeSpan, // bounded by the callback, on our own clock
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseDrainSize = 0, // an answer that is not wanted any more is cut off, not read to its end
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Without name and password, with a slash at its end.</summary>
    public Uri Address { get; }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends and waits for the headers.</summary>
    public async Task<HttpResponseMessage> SendAsync(OllamaQuestion question, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(question.Method, new Uri(Address, question.Path));
        request.Headers.Authorization = _credentials;
        if (question.Json is { } json)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async ValueTask<Stream> ConnectInTimeAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        using var bound = new CancellationTokenSource(_bound, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token);
        try
        {
            return await _connect(target, linked.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{target.Host}:{target.Port} did not accept a connection within {OllamaFailures.Seconds(_bound)}.");
        }
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
