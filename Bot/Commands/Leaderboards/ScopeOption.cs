using Bot.Discord.Interactions;
using Bot.Discord.Registration;

namespace Bot.Commands.Leaderboards;

/// <summary>The option that says whose votes count: this server's, or those of all servers.</summary>
internal static class ScopeOption
{
    public const string Name = "scope";

    private const string Here = "server";
    private const string Everywhere = "everywhere";

    public static CommandOption Of(string description) => CommandOption.Text(Name, description)
        .WithChoices(OptionChoice.Of("this server", Here), OptionChoice.Of("everywhere", Everywhere));

    /// <summary>Whether it is left out, or one of the choices: Discord sends no others.</summary>
    public static bool IsGood(CommandOptions options) => options.Text(Name) is null or Here or Everywhere;

    public static bool IsEverywhere(CommandOptions options) => options.Text(Name) == Everywhere;
}
