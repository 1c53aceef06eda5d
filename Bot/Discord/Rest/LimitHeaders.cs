using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Rest;

/// <summary>The rate limit headers of an answer (docs: topics/rate-limits, header format).</summary>
internal sealed record LimitHeaders(string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter)
{
    public static LimitHeaders Parse(HttpResponseHeaders headers) => new(
        Text(headers, "X-RateLimit-Bucket"),
        Number(headers, "X-RateLimit-Limit") is { } limit ? (int)limit : null,
        Number(headers, "X-RateLimit-Remaining") is { } remaining ? (int)remaining : null,
        Number(headers, "X-RateLimit-Reset-After") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    public static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>Null also for what is no sensible number: limits are then learned the hard way, from 429s.</summary>
    public static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1_000_000_000
            ? number
            : null;
}
