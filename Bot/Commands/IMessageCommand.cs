using Bot.Discord.Interactions;

namespace Bot.Commands;

/// <summary>A command in the menu of a message.</summary>
internal interface IMessageCommand : ICommand
{
    Task RunAsync(Interaction.MessageCommand command, Reply reply, CancellationToken cancellationToken);
}
