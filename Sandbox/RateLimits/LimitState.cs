namespace Sandbox.RateLimits;

/// <summary>How a bucket stands after a request; <paramref name="Refused"/> when that one was too many.</summary>
internal sealed record LimitState(LimitRule Rule, int Remaining, DateTimeOffset ResetsAt, TimeSpan ResetsAfter, bool Refused, bool Global);
