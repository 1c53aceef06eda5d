namespace Sandbox.RateLimits;

/// <summary>
/// Fixed windows that open with a bucket's first request. A bucket belongs to a rule and the main id of the path
/// (channel, server, or webhook and token), as Discord's do.
/// </summary>
internal sealed class RateLimiter(TimeProvider time)
{
    private static readonly LimitRule GlobalRule = new("global", 50, TimeSpan.FromSeconds(1));

    /// <summary>Beyond this many, windows that are over are dropped: every interaction opens one of its own.</summary>
    private const int ManyWindows = 1000;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Bucket, string Major), Window> _windows = [];

    private sealed class Window(DateTimeOffset endsAt)
    {
        public DateTimeOffset EndsAt { get; } = endsAt;
        public int Used { get; set; }
    }

    public LimitState Take(string method, string template, string major)
    {
        lock (_lock)
        {
            if (LimitRule.CountsGlobally(template) && Take(GlobalRule, "") is { Refused: true } global)
                return global with { Global = true };
            return Take(LimitRule.For(method, template), major);
        }
    }

    private LimitState Take(LimitRule rule, string major)
    {
        var now = time.GetUtcNow();
        if (_windows.Count > ManyWindows)
            foreach (var key in _windows.Where(entry => entry.Value.EndsAt <= now).Select(entry => entry.Key).ToList())
                _windows.Remove(key);
        if (!_windows.TryGetValue((rule.Bucket, major), out var window) || window.EndsAt <= now)
            _windows[(rule.Bucket, major)] = window = new Window(now + rule.Window);
        var refused = window.Used >= rule.Limit;
        if (!refused)
            window.Used++;
        return new LimitState(rule, rule.Limit - window.Used, window.EndsAt, window.EndsAt - now, refused, Global: false);
    }
}
