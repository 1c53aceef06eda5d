using System.Net;
using System.Text;

namespace Arena.Core.Inference;

/// <summary>Says what went wrong with one question, in whole sentences for the operator.</summary>
internal sealed class OllamaFailures(Uri address, OllamaQuestion question)
{
    private const int LongestShown = 4000;

    public ModelHostException Of(
        ModelHostFailure failure, string what, string? hostText = null, HttpStatusCode? status = null, Exception? inner = null) =>
        new(failure, $"{question.Method} {new Uri(address, question.Path)}: {what}", hostText, status, inner);

    public ModelHostException NotOllama(string what, Exception? inner = null) => Of(ModelHostFailure.NotOllama, what, inner: inner);

    /// <summary>An answer with another status than 200.</summary>
    public ModelHostException Refusal(HttpStatusCode statusCode, string? reason, byte[] body)
    {
        var text = OllamaErrors.TextOf(Encoding.UTF8.GetString(body));
        var failure = OllamaErrors.Classify(statusCode, text);
        var said = text ?? (body.Length == 0 ? "(empty body)" : Shown(body));
        if (failure == ModelHostFailure.Refused && body.Length == 0)
        {
            said = $"(empty body) Ollama turns away requests for the host name '{address.Host}' while it listens on loopback only. "
                + "Put an IP address or localhost into the node's address, or start Ollama with OLLAMA_HOST=0.0.0.0";
        }
        else if (failure == ModelHostFailure.NotOllama)
        {
            said = $"this is not an answer of Ollama's; is the node's address right? {said}";
        }

        return Of(failure, $"{$"{(int)statusCode} {reason}".TrimEnd()}: {said}", text, statusCode);
    }

    /// <summary>What an exception below us means; null for one that is to go on as it is (the caller's cancellation, our own failures, bugs).</summary>
    public ModelHostException? Explain(Exception problem, BoundedCall call)
    {
        if (call.IsCallersCancellation || problem is ModelHostException)
            return null;

        if (call.Exceeded is { } exceeded)
        {
            return Of(exceeded.Failure, exceeded.Failure switch
            {
                ModelHostFailure.TookTooLong => $"the answer was not complete after {Seconds(exceeded.Bound)}",
                ModelHostFailure.Stalled => $"the stream stood still for {Seconds(exceeded.Bound)}",
                _ => $"nothing came within {Seconds(exceeded.Bound)}",
            }, inner: problem);
        }

        return problem switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }
                => NotOllama($"this is not HTTP: {Chain(problem)}", problem),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
                => Of(ModelHostFailure.Unreachable, $"no connection: {Chain(problem)}", inner: problem),
            HttpRequestException or IOException => Of(ModelHostFailure.ConnectionLost, $"the connection died: {Chain(problem)}", inner: problem),
            InvalidDataException => NotOllama(problem.Message, problem),
            _ => null,
        };
    }

    public static string Seconds(TimeSpan bound) => FormattableString.Invariant($"{bound.TotalSeconds:0.###} s");

    /// <summary>The beginning of what came, as text.</summary>
    public static string Shown(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestShown)]);
        return body.Length > LongestShown ? $"{text}… ({body.Length} bytes)" : text;
    }

    private static string Chain(Exception problem) =>
        problem.InnerException is { } inner && !problem.Message.Contains(inner.Message, StringComparison.Ordinal)
            ? $"{problem.Message} {Chain(inner)}"
            : problem.Message;
}
