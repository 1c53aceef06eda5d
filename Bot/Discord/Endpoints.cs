using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Discord;

/// <summary>Which addresses the token may be sent to.</summary>
internal sealed partial class Endpoints
{
    private static readonly string[] FileHosts = ["cdn.discordapp.com", "media.discordapp.net"];

    private Endpoints(Uri api, bool isDiscord)
    {
        Api = api;
        IsDiscord = isDiscord;
    }

    /// <summary>Root of the HTTP API; ends with a slash.</summary>
    public Uri Api { get; }

    /// <summary>Discord itself, not a stand-in.</summary>
    public bool IsDiscord { get; }

    /// <exception cref="DiscordConfigurationException">No token, a malformed one, or one of Discord's own for an address that is not Discord.</exception>
    public static Endpoints For(DiscordOptions options)
    {
        var api = options.BaseUrl ?? DiscordOptions.DiscordBaseUrl;
        if (!api.IsAbsoluteUri || (api.Scheme != Uri.UriSchemeHttps && api.Scheme != Uri.UriSchemeHttp))
            throw new DiscordConfigurationException($"The Discord address \"{api}\" must begin with https:// or http://.");
        if (!api.AbsolutePath.EndsWith('/'))
            api = new Uri(api.AbsoluteUri + "/");

        if (string.IsNullOrWhiteSpace(options.Token))
            throw new DiscordConfigurationException("There is no Discord token. Set DISCORD_TOKEN to the bot's token.");
        if (options.Token.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c > '~'))
            throw new DiscordConfigurationException(
                "The Discord token contains a space or another character that no token has. Give it alone, without the word Bot before it.");

        var isDiscord = IsDiscordHost(api.Host) && api.Scheme == Uri.UriSchemeHttps;
        if (!isDiscord && LooksReal(options.Token))
            throw new DiscordConfigurationException(
                $"The token looks like a real Discord token, and {api.GetLeftPart(UriPartial.Authority)} is not Discord: it is not sent there. "
                + "Unset ARENA_DISCORD_URL to use Discord, or use the sandbox's own token.");
        return new Endpoints(api, isDiscord);
    }

    /// <summary>The address to open for a gateway address that the API gave.</summary>
    /// <exception cref="DiscordFatalException">The token must not be sent there.</exception>
    public Uri Gateway(Uri given)
    {
        var allowed = IsDiscord
            ? given.Scheme == Uri.UriSchemeWss && (IsDiscordHost(given.Host) || IsUnder(given.Host, "discord.gg"))
            : given.Scheme is "ws" or "wss" && IsLoopback(given);
        if (!allowed)
            throw new DiscordFatalException(
                $"The gateway address {given.GetLeftPart(UriPartial.Authority)} that {Api.GetLeftPart(UriPartial.Authority)} gave is not "
                + (IsDiscord ? "one of Discord's" : "on this machine") + ", so the token is not sent there. Check the address of Discord.");
        return new UriBuilder(given) { Query = "v=10&encoding=json" }.Uri;
    }

    /// <summary>Whether files of members lie there: Discord's own hosts for them, or the stand-in itself.</summary>
    public bool HoldsFiles(Uri address) => IsDiscord
        ? address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && FileHosts.Contains(address.Host)
        : address.Scheme == Api.Scheme && address.Port == Api.Port && (address.Host == Api.Host || (IsLoopback(address) && IsLoopback(Api)));

    /// <summary>Three parts of base64url, the first an id and the last a signature.</summary>
    public static bool LooksReal(string token) => RealToken().IsMatch(token);

    public static bool IsLoopback(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsDiscordHost(string host) => IsUnder(host, "discord.com");

    private static bool IsUnder(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[A-Za-z0-9_\-]{17,}\.[A-Za-z0-9_\-]{5,}\.[A-Za-z0-9_\-]{20,}")]
    private static partial Regex RealToken();
}
