namespace Sandbox.RateLimits;

/// <summary>So many requests in a window. <paramref name="Bucket"/> is the name that clients see.</summary>
internal sealed record LimitRule(string Bucket, int Limit, TimeSpan Window)
{
    /// <summary>
    /// The rules of the bot. Discord does not publish its numbers and asks clients to read the headers; these are what is observed:
    /// five messages or edits in five seconds a channel, one reaction a quarter second, five command writes in twenty seconds.
    /// </summary>
    public static LimitRule For(string method, string template)
    {
        var (name, limit, window) = (method, template) switch
        {
            ("POST", "/channels/{channel_id}/messages") => ("message-create", 5, 5.0),
            ("PATCH", "/channels/{channel_id}/messages/{message_id}") => ("message-edit", 5, 5.0),
            ("DELETE", "/channels/{channel_id}/messages/{message_id}") => ("message-delete", 5, 1.0),
            ("PUT" or "DELETE", _) when template.Contains("/reactions", StringComparison.Ordinal) => ("reaction", 1, 0.25),
            ("PUT" or "POST" or "PATCH" or "DELETE", _) when template.StartsWith("/applications/", StringComparison.Ordinal) => ($"commands-{method}", 5, 20.0),
            (_, _) when template.StartsWith("/webhooks/", StringComparison.Ordinal) => ("interaction-webhook", 5, 2.0),
            ("GET", "/gateway/bot") => ("gateway-bot", 2, 5.0),
            _ => ($"{method} {template}", 10, 1.0),
        };
        return new LimitRule(Hash(name), limit, TimeSpan.FromSeconds(window));
    }

    /// <summary>Whether calls count against the 50 requests a second of the whole bot: interactions do not.</summary>
    public static bool CountsGlobally(string template) =>
        !template.StartsWith("/interactions/", StringComparison.Ordinal) && !template.StartsWith("/webhooks/", StringComparison.Ordinal);

    // FNV-1a: the same name gives the same bucket at every start.
    private static string Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
