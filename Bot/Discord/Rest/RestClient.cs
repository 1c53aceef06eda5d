using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <summary>
/// Calls to Discord's HTTP API with the one retry policy. 429: waits as long as told and asks again, until the call's bound. 5xx and network
/// errors: a few more tries with growing delays, and only where repeating is safe. Everything else is final.
/// </summary>
internal sealed partial class RestClient : IDisposable
{
    private const int MostLimitedAnswers = 10;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private readonly DiscordOptions _options;
    private readonly Endpoints _endpoints;
    private readonly Watch _watch;
    private readonly Chance _chance;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly RateLimits _limits;
    private readonly InvalidRequests _invalid;
    private volatile bool _tokenRefused;

    public RestClient(
        DiscordOptions options, Endpoints endpoints, TimeProvider time, Chance chance, ILogger logger, int invalidBound = InvalidRequests.Bound)
    {
        _options = options;
        _endpoints = endpoints;
        _watch = new Watch(time);
        _chance = chance;
        _logger = logger;
        _limits = new RateLimits(options.GlobalRequestsPerSecond, _watch);
        _invalid = new InvalidRequests(_watch, invalidBound);
        _http = new HttpClient(new SocketsHttpHandler
        {
            // The token must not follow a redirection to somewhere else.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !Endpoints.IsLoopback(endpoints.Api),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            BaseAddress = endpoints.Api,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The answer's JSON, <see cref="JsonValueKind.Undefined"/> if it has none.</summary>
    public async Task<JsonElement> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        using var bound = new CancellationTokenSource(_options.RequestBound, _watch.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token);
        var deadline = new Deadline(_watch.Now + _options.RequestBound);
        try
        {
            return await RepeatAsync(request, deadline, linked.Token);
        }
        catch (RateLimitedException limited)
        {
            throw new DiscordException(
                DiscordFailure.RateLimited,
                $"{request.Route.Name}: rate limited for {limited.Wait.TotalSeconds:0.###} s, longer than the call may take.",
                HttpStatusCode.TooManyRequests)
            { RetryAfter = limited.Wait };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DiscordException(
                DiscordFailure.Unreachable, $"{request.Route.Name}: not done within {_options.RequestBound.TotalSeconds:0} s.");
        }
    }

    private async Task<JsonElement> RepeatAsync(RestRequest request, Deadline deadline, CancellationToken cancellationToken)
    {
        using var delays = Backoff.Delays(FirstDelay, LongestDelay, _chance).GetEnumerator();
        var failures = 0;
        var limited = 0;
        var mayBeDone = false;
        while (true)
        {
            EnsureMay(request.Route);
            switch (await AttemptAsync(request, deadline, cancellationToken))
            {
                case Answer.Done done:
                    return done.Body;

                case Answer.Limited limit:
                    if (++limited >= MostLimitedAnswers)
                        throw new RateLimitedException(limit.RetryAfter);
                    deadline.Allow(_watch.Now, limit.RetryAfter);
                    break;

                case Answer.Failed failed:
                    if (++failures >= _options.Attempts || !(request.IsRepeatable || failed.NothingSent))
                        throw failed.Error;
                    mayBeDone |= !failed.NothingSent;
                    delays.MoveNext();
                    Log.TryingAgain(_logger, request.Route.Name, failed.Error.Message, delays.Current.TotalMilliseconds);
                    await _watch.DelayAsync(delays.Current, cancellationToken);
                    break;

                case Answer.Refused refused when mayBeDone && refused.Error.Code is { } code && request.DoneCodes.Contains(code):
                    return default;

                case Answer.Refused refused:
                    throw refused.Error;
            }
        }
    }

    private void EnsureMay(Route route)
    {
        if (_tokenRefused && route.WithToken)
            throw new DiscordException(
                DiscordFailure.Unauthorized, $"{route.Name}: not sent, since Discord has refused the token.", HttpStatusCode.Unauthorized);
        if (_invalid.Pause is { Ticks: > 0 } pause)
            throw new DiscordException(
                DiscordFailure.TooManyInvalidRequests,
                $"{route.Name}: not sent. Too many calls were refused lately; calls go on in {pause.TotalSeconds:0} s.")
            { RetryAfter = pause };
    }

    private async Task<Answer> AttemptAsync(RestRequest request, Deadline deadline, CancellationToken cancellationToken)
    {
        var route = request.Route;
        var bucket = await _limits.EnterAsync(route, deadline, cancellationToken);
        using var bound = new CancellationTokenSource(_options.AttemptBound, _watch.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token);
        LimitHeaders? headers = null;
        try
        {
            using var message = Build(request);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            headers = LimitHeaders.Parse(response.Headers);
            var body = await response.Content.ReadAsByteArrayAsync(linked.Token);
            var answer = AnswerReader.Read(route, response, body);
            Note(route, answer);
            // Before the place is given back, so that nobody who waits for it slips through.
            if (answer is Answer.Limited limited)
                Block(route, bucket, limited);
            return answer;
        }
        catch (HttpRequestException error)
        {
            var nothingSent = error.HttpRequestError is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new Answer.Failed(
                new DiscordException(DiscordFailure.Unreachable, $"{route.Name}: {error.Message}", inner: error), nothingSent);
        }
        catch (IOException error)
        {
            return new Answer.Failed(
                new DiscordException(DiscordFailure.Unreachable, $"{route.Name}: {error.Message}", inner: error), NothingSent: false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer.Failed(
                new DiscordException(DiscordFailure.Unreachable, $"{route.Name}: no answer within {_options.AttemptBound.TotalSeconds:0} s."),
                NothingSent: false);
        }
        finally
        {
            if (headers is null)
                bucket.Leave(null);
            else
                _limits.Leave(route, bucket, headers);
        }
    }

    private HttpRequestMessage Build(RestRequest request)
    {
        // A relative path with a colon in it (an emoji of a server) would be taken for a scheme if it were not joined by hand.
        var message = new HttpRequestMessage(request.Route.Method, new Uri(_endpoints.Api.AbsoluteUri + request.Route.Path))
        {
            Content = RequestContent.Build(request.Body, request.Files),
        };
        if (request.Route.WithToken)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", _options.Token);
        return message;
    }

    private void Block(Route route, Bucket bucket, Answer.Limited limited)
    {
        if (limited.IsGlobal)
        {
            // A moment's wait is everyday business; one that people notice is not.
            var level = limited.RetryAfter < TimeSpan.FromSeconds(1) ? LogLevel.Debug : LogLevel.Warning;
            Log.LimitedGlobally(_logger, level, route.Name, limited.RetryAfter.TotalSeconds);
            _limits.BlockGlobally(limited.RetryAfter);
            // Routes that do not count globally must wait too when they were told so themselves.
            if (route.CountsGlobally)
                return;
        }
        else
        {
            Log.Limited(_logger, route.Name, limited.RetryAfter.TotalSeconds, limited.IsShared ? "shared" : "user");
        }

        bucket.Block(limited.RetryAfter);
    }

    private void Note(Route route, Answer answer)
    {
        switch (answer)
        {
            case Answer.Limited { IsShared: false }:
            case Answer.Refused { Error.Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }:
                var count = _invalid.Add();
                if (count % 1_000 == 0)
                    Log.ManyInvalid(_logger, count);
                break;
        }

        if (answer is Answer.Refused { Error.Failure: DiscordFailure.Unauthorized } && route.WithToken)
        {
            _tokenRefused = true;
            Log.TokenRefused(_logger);
        }
    }

    private static string UserAgent(DiscordOptions options)
    {
        var version = typeof(RestClient).Assembly.GetName().Version ?? new Version(0, 0, 0);
        return $"DiscordBot ({options.ProjectUrl}, {version.ToString(3)})";
    }

    private static partial class Log
    {
        [LoggerMessage(3100, LogLevel.Debug, "{Route} is rate limited for {Seconds:0.0} s (scope {Scope})")]
        public static partial void Limited(ILogger logger, string route, double seconds, string scope);

        [LoggerMessage(EventId = 3101, Message = "Discord limits all calls for {Seconds:0.0##} s, told to {Route}")]
        public static partial void LimitedGlobally(ILogger logger, LogLevel level, string route, double seconds);

        [LoggerMessage(3102, LogLevel.Warning, "{Route} failed ({Reason}); next try in {Delay:0} ms")]
        public static partial void TryingAgain(ILogger logger, string route, string reason, double delay);

        [LoggerMessage(3103, LogLevel.Critical, "Discord refuses the token; no further calls are made with it")]
        public static partial void TokenRefused(ILogger logger);

        [LoggerMessage(3104, LogLevel.Error, "{Count} calls were refused within ten minutes; at 10000 Discord shuts this address out")]
        public static partial void ManyInvalid(ILogger logger, int count);
    }
}
