using Bot.Configuration;
using Bot.Discord;
using Sandbox;

namespace Bot.Hosting;

/// <summary>One sentence for the operator about an exception that ended the program.</summary>
internal static class FailureText
{
    /// <summary>docs: topics/opcodes-and-status-codes, "Authentication failed".</summary>
    private const int AuthenticationFailed = 4004;

    public static string Of(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Of(first),
        DiscordFatalException { CloseCode: AuthenticationFailed } => BadToken,
        DiscordFatalException { InnerException: DiscordException { Failure: DiscordFailure.Unauthorized } } => BadToken,
        DiscordFatalException fatal => fatal.Message,
        DiscordException { Failure: DiscordFailure.Unauthorized } => BadToken,
        DiscordException discord => $"Discord refused what the bot needs to run: {discord.Message}",
        DatabaseException or SandboxPortTakenException or DiscordConfigurationException or ConfigurationException => exception.Message,
        UnauthorizedAccessException or IOException => $"A file or folder can not be used: {exception.Message}",
        _ => $"An unexpected error ended the arena: {exception.GetType().Name}: {OneLine(exception.Message)}",
    };

    private static string BadToken => $"Discord does not know this token. Take a new one from {DiscordRules.WhereTokensAre}, and set DISCORD_TOKEN to it.";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
