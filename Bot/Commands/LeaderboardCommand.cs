using Arena.Core.Leaderboards;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/leaderboard</c>: who stands where.</summary>
internal sealed class LeaderboardCommand(Boards boards) : ISlashCommand
{
    private const string Rating = "rating";
    private const string ScopeOption = "scope";
    private const string Everywhere = "everywhere";

    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "leaderboard",
        "Which model is best, by the votes of this server or of all",
        CommandOption.Text(Rating, "Elo: how things stand after each battle. Score: who wins, and often. Default: Elo")
            .WithChoices(OptionChoice.Of("Elo", "elo"), OptionChoice.Of("Score", "score")),
        CommandOption.Text(ScopeOption, "Whose votes count. Default: this server's")
            .WithChoices(OptionChoice.Of("this server", "server"), OptionChoice.Of("everywhere", Everywhere)));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Server is not { } server)
        {
            await reply.WhisperAsync(ErrorText.OnlyInServers, cancellationToken);
            return;
        }

        if (BoardAddress.ParseSystem(command.Options.Text(Rating) ?? "elo") is not { } system)
            await reply.WhisperAsync(ErrorText.BadOption(Rating), cancellationToken);
        else if (command.Options.Text(ScopeOption) is { } scope && scope is not ("server" or Everywhere))
            await reply.WhisperAsync(ErrorText.BadOption(ScopeOption), cancellationToken);
        else
            await ShowAsync(new BoardAddress(system, command.Options.Text(ScopeOption) == Everywhere, 1), new Scope(server, null));

        async Task ShowAsync(BoardAddress address, Scope here)
        {
            await reply.ThinkAsync(cancellationToken);
            await reply.SayAsync(await boards.ComposeAsync(address, here.Server!.Value, cancellationToken), cancellationToken);
        }
    }
}
