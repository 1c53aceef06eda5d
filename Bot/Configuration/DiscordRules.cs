using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Configuration;

/// <summary>
/// The rules about tokens. A real token goes to Discord and nowhere else; whatever is sent to ARENA_DISCORD_URL must be a
/// sandbox's token, which says so itself.
/// </summary>
internal static partial class DiscordRules
{
    public const string SandboxTokenPrefix = "sandbox-";
    public const string OwnSandboxToken = "sandbox-bot";
    public const int UsualSandboxPort = 5080;

    public const string WhereTokensAre = "https://discord.com/developers/applications, the application's page Bot, Reset Token";

    public static DiscordChoice Choose(ArenaEnvironment environment, ICollection<Complaint> complaints)
    {
        var token = environment[EnvironmentVariable.Token.Name];
        var url = environment[EnvironmentVariable.DiscordUrl.Name];
        var port = SandboxPort(environment, complaints);
        return (token, url) switch
        {
            (null, null) => new DiscordChoice.OwnSandbox(port),
            (null, { } address) => Complain(
                complaints, EnvironmentVariable.DiscordUrl.Name, $"\"{address}\"", "DISCORD_TOKEN beside it; the sandbox prints both", port),
            ({ } secret, null) => Live(secret, complaints, port),
            ({ } secret, { } address) => Other(secret, address, complaints, port),
        };
    }

    /// <summary>
    /// Three parts in base64url, joined by dots, the first of which is the bot's id: what Discord's developer portal hands out.
    /// </summary>
    public static bool LooksReal(string token) => RealToken().IsMatch(token);

    private static DiscordChoice Live(string token, ICollection<Complaint> complaints, int port)
    {
        if (token.StartsWith(SandboxTokenPrefix, StringComparison.Ordinal))
            return Complain(complaints, EnvironmentVariable.Token.Name, "a sandbox's token", "ARENA_DISCORD_URL beside it, or no token at all to play in the sandbox", port);

        return LooksReal(token)
            ? new DiscordChoice.Live(token)
            : Complain(complaints, EnvironmentVariable.Token.Name, Redacted(token), $"a bot token, three parts joined by dots, from {WhereTokensAre}", port);
    }

    private static DiscordChoice Other(string token, string address, ICollection<Complaint> complaints, int port)
    {
        if (!token.StartsWith(SandboxTokenPrefix, StringComparison.Ordinal))
        {
            return Complain(
                complaints, EnvironmentVariable.Token.Name, Redacted(token),
                $"a sandbox's token, like sandbox-bot, because ARENA_DISCORD_URL is set; a real token is sent to Discord only, so unset one of the two", port);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new DiscordChoice.OtherSandbox(uri, token)
            : Complain(complaints, EnvironmentVariable.DiscordUrl.Name, $"\"{address}\"", "an address like \"http://127.0.0.1:5080\"", port);
    }

    private static int SandboxPort(ArenaEnvironment environment, ICollection<Complaint> complaints)
    {
        if (environment[EnvironmentVariable.SandboxPort.Name] is not { } text)
            return UsualSandboxPort;

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
            return port;

        complaints.Add(new Complaint(Complaint.Environment, EnvironmentVariable.SandboxPort.Name, $"\"{text}\"", "a port from 0 to 65535, 0 for any free one"));
        return UsualSandboxPort;
    }

    private static DiscordChoice Complain(ICollection<Complaint> complaints, string variable, string value, string expectation, int port)
    {
        complaints.Add(new Complaint(Complaint.Environment, variable, value, expectation));
        return new DiscordChoice.OwnSandbox(port);
    }

    private static string Redacted(string token) => string.Create(CultureInfo.InvariantCulture, $"({token.Length} characters, not shown)");

    [GeneratedRegex(@"^[A-Za-z0-9_-]{18,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{20,}$", RegexOptions.CultureInvariant)]
    private static partial Regex RealToken();
}
