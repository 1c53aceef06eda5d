namespace Bot.Tests.Discord;

/// <summary>What the scripted server answers.</summary>
internal sealed record RestAnswer(int Status, string Body = "", string ContentType = "application/json")
{
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Never answers; the caller must give up.</summary>
    public bool Hangs { get; init; }

    /// <summary>Cuts the connection instead of answering.</summary>
    public bool Cuts { get; init; }

    public static RestAnswer Ok(string body) => new(200, body);

    public static RestAnswer NoContent => new(204);

    public static RestAnswer Error(int status, int code, string message = "It did not work.") =>
        new(status, $$"""{"message": "{{message}}", "code": {{code}}}""");

    public static RestAnswer Limited(double retryAfter, string scope) =>
        new RestAnswer(429, FormattableString.Invariant(
            $$"""{"message": "You are being rate limited.", "retry_after": {{retryAfter}}, "global": {{(scope == "global" ? "true" : "false")}}}"""))
            .With("Retry-After", Math.Ceiling(retryAfter).ToString("0"))
            .With("X-RateLimit-Scope", scope);

    public RestAnswer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public RestAnswer Bucket(string hash, int limit, int remaining, double resetAfter) =>
        With("X-RateLimit-Bucket", hash)
            .With("X-RateLimit-Limit", FormattableString.Invariant($"{limit}"))
            .With("X-RateLimit-Remaining", FormattableString.Invariant($"{remaining}"))
            .With("X-RateLimit-Reset-After", FormattableString.Invariant($"{resetAfter}"));
}
