using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary><c>/help</c>: how it works, in one screen.</summary>
internal sealed class HelpCommand : ISlashCommand
{
    public CommandDefinition Definition { get; } = CommandDefinition.Slash("help", "How the arena works, in one screen");

    public Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) =>
        reply.SayAsync(HelpMessage.Compose(), cancellationToken);
}
