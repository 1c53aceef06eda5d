using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/models list</c>: the roster.</summary>
internal sealed class ModelsCommand(RosterService roster) : ISlashCommand
{
    public CommandDefinition Definition { get; } = CommandDefinition.Slash(
        "models", "The models of the arena", CommandOption.Subcommand("list", "All models on the roster"));

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Options.Subcommand == "list")
            await reply.SayAsync(RosterMessage.Compose(await roster.ListAsync(cancellationToken)), cancellationToken);
        else
            await reply.WhisperAsync(ErrorText.UnknownCommand, cancellationToken);
    }
}
