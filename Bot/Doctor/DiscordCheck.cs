using System.Globalization;
using Bot.Configuration;
using Bot.Discord;
using Bot.Hosting;

namespace Bot.Doctor;

/// <summary>Asks Discord whether the token is good and how many sessions may still be started today. Starts none.</summary>
internal sealed class DiscordCheck(
    ArenaEnvironment environment, DiscordChoice choice, IReadOnlyList<Complaint> complaints, Func<DiscordOptions, IDiscordClient> connect)
{
    private const string Token = "token";
    private const string Gateway = "gateway";

    /// <summary>Reconnecting costs sessions; with fewer left a bad night could use them up, and then Discord resets the token.</summary>
    private const int FewSessions = 50;

    public async Task<(IReadOnlyList<Finding> Findings, Uri? Invite)> RunAsync(CancellationToken cancellationToken)
    {
        string[] variables = [EnvironmentVariable.Token.Name, EnvironmentVariable.DiscordUrl.Name];
        if (complaints.Any(complaint => variables.Contains(complaint.Key)))
            return ([Finding.Bad(Token, "not asked for, because of what stands above", "Mend the configuration first.")], null);

        if (choice is DiscordChoice.OwnSandbox)
            return ([Finding.Good(Token, "none is set: the arena would run in its own sandbox. To go live, set DISCORD_TOKEN")], null);

        var options = choice is DiscordChoice.OtherSandbox other
            ? new DiscordOptions { Token = other.Token, BaseUrl = DiscordOptions.ForServer(other.Address) }
            : new DiscordOptions { Token = ((DiscordChoice.Live)choice).Token };
        options.Attempts = 1;
        options.RequestBound = TimeSpan.FromSeconds(10);
        await using var client = connect(options);
        return await AskAsync(client, cancellationToken);
    }

    private async Task<(IReadOnlyList<Finding> Findings, Uri? Invite)> AskAsync(IDiscordClient client, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        try
        {
            var identity = await client.WhoAmIAsync(cancellationToken);
            findings.Add(Finding.Good(Token, $"belongs to {identity.Bot.Name} (application {identity.Application})"));
            findings.Add(Describe(await client.GatewayInfoAsync(cancellationToken)));
            return (findings, choice.IsSandbox ? null : InviteLink.For(identity.Application));
        }
        catch (DiscordException exception)
        {
            findings.Add(Describe(exception, findings.Count == 0 ? Token : Gateway));
            return (findings, null);
        }
    }

    private static Finding Describe(GatewayInfo gateway)
    {
        var left = string.Create(
            CultureInfo.InvariantCulture, $"{gateway.SessionsRemaining} of {gateway.SessionsTotal} sessions left for {DurationText.Format(Rounded(gateway.SessionsResetAfter))}");
        return gateway.SessionsRemaining >= FewSessions
            ? Finding.Good(Gateway, $"{gateway.Url}, {left}")
            : Finding.Bad(Gateway, left, "Find out why the bot connects so often, and wait until the number is reset before starting it again.");
    }

    private Finding Describe(DiscordException exception, string area) => exception.Failure switch
    {
        DiscordFailure.Unauthorized => Finding.Bad(
            area, "Discord does not know this token",
            choice.IsSandbox ? "Use a token that the sandbox printed." : $"Take a new one from {DiscordRules.WhereTokensAre}, and set DISCORD_TOKEN to it."),
        DiscordFailure.Unreachable => Finding.Bad(
            area, exception.Message,
            choice.IsSandbox ? $"Start the sandbox, or correct {EnvironmentVariable.DiscordUrl.Name} ({environment[EnvironmentVariable.DiscordUrl.Name]})." : "Check this machine's network, and https://discordstatus.com."),
        _ => Finding.Bad(area, exception.Message, "Try again in a few minutes; see https://discordstatus.com."),
    };

    private static TimeSpan Rounded(TimeSpan span) => TimeSpan.FromSeconds(Math.Round(span.TotalSeconds));
}
