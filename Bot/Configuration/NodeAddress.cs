using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Bot.Configuration;

/// <summary>
/// A node's address in every form that Ollama itself takes in <c>OLLAMA_HOST</c> (its envconfig.Host): <c>host</c>, <c>host:port</c>,
/// <c>:port</c>, <c>http://host:port/path</c>; and with a name and a password for a proxy before it. Without a scheme the port defaults to Ollama's own, with one to the scheme's.
/// </summary>
internal static class NodeAddress
{
    public const string Expectation = "an address like \"http://127.0.0.1:11434\" or \"gpu-box:11434\"";
    public const int UsualPort = 11434;

    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        text = text.Trim().Trim('"', '\'').Trim();
        var (scheme, rest, defaultPort) = text.Split("://", 2) switch
        {
            [var bare] => ("http", bare, UsualPort),
            [var http, var after] when http.Equals("http", StringComparison.OrdinalIgnoreCase) => ("http", after, 80),
            [var https, var after] when https.Equals("https", StringComparison.OrdinalIgnoreCase) => ("https", after, 443),
            _ => (null, text, 0),
        };
        if (scheme is null || text.Length == 0 || rest.AsSpan().ContainsAny(" \t?#"))
            return false;

        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (rest, string.Empty) : (rest[..slash], rest[slash..].TrimEnd('/'));
        var at = authority.LastIndexOf('@');
        var credentials = authority[..(at + 1)];
        authority = authority[(at + 1)..];
        if (!TrySplit(authority, defaultPort, out var host, out var port))
            return false;

        return Uri.TryCreate(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{credentials}{Reachable(host)}:{port}{path}"), UriKind.Absolute, out address)
            && address.Host.Length > 0;
    }

    /// <summary>For people: without name and password, and without the slash that <see cref="Uri"/> puts behind a bare authority.</summary>
    public static string Format(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    private static bool TrySplit(string authority, int defaultPort, out string host, out int port)
    {
        (host, port) = (authority, defaultPort);
        var colon = authority.LastIndexOf(':');
        var isBareIpv6 = !authority.StartsWith('[') && authority.Count(c => c == ':') > 1;
        var portInBrackets = authority.LastIndexOf(']') > colon;
        if (colon >= 0 && !isBareIpv6 && !portInBrackets)
        {
            host = authority[..colon];
            if (!int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65535)
                return false;
        }

        return true;
    }

    /// <summary>A server listens on "every address", which no client can call: this machine is meant.</summary>
    private static string Reachable(string host)
    {
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var ip) || (!host.Contains(':') && !host.Contains('.')))
            return host.Length == 0 ? "127.0.0.1" : host;

        if (ip.Equals(IPAddress.Any))
            return "127.0.0.1";

        return ip.Equals(IPAddress.IPv6Any) ? "[::1]" : host.Contains(':') ? $"[{ip}]" : host;
    }
}
