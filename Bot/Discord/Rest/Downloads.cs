using System.Net;
using Bot.Discord.Messages;

namespace Bot.Discord.Rest;

/// <summary>
/// Fetches the files that members attach. Never with the token, from Discord's own hosts for files alone (or the stand-in's address), and not
/// to where those might lead on: an address that came with an interaction must not make the bot fetch from somewhere else.
/// </summary>
internal sealed class Downloads(DiscordOptions options, Endpoints endpoints, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !Endpoints.IsLoopback(endpoints.Api),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => _http.Dispose();

    /// <summary>The file's content; null when it has more than <paramref name="maxBytes"/>, of which no more are read.</summary>
    public async Task<byte[]?> FetchAsync(Attachment file, int maxBytes, CancellationToken cancellationToken)
    {
        if (!endpoints.HoldsFiles(file.Url))
            throw new DiscordException(DiscordFailure.Refused, $"The file is at {file.Url.GetLeftPart(UriPartial.Authority)}, where Discord keeps none.");
        if (file.Size > maxBytes)
            return null;
        using var bound = new CancellationTokenSource(options.RequestBound, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token);
        try
        {
            using var response = await _http.GetAsync(file.Url, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new DiscordException(DiscordFailure.NotFound, $"A file: {(int)response.StatusCode}.", response.StatusCode);
            await using var content = await response.Content.ReadAsStreamAsync(linked.Token);
            return await ReadAsync(content, maxBytes, linked.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new DiscordException(DiscordFailure.Unreachable, $"A file: {e.Message}", inner: e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DiscordException(DiscordFailure.Unreachable, $"A file: not there within {options.RequestBound.TotalSeconds:0} s.");
        }
    }

    // The size that was told need not be true.
    private static async Task<byte[]?> ReadAsync(Stream content, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[maxBytes + 1];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > maxBytes ? null : buffer[..read];
    }
}
