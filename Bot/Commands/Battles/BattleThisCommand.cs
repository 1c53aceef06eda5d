using Arena.Core.Battles;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;

namespace Bot.Commands.Battles;

/// <summary><b>Battle this</b>: the text of a message is the prompt.</summary>
internal sealed class BattleThisCommand(BattleStarter starter, Access access) : IMessageCommand
{
    public CommandDefinition Definition { get; } = CommandDefinition.OnMessage("Battle this");

    public Task RunAsync(Interaction.MessageCommand command, Reply reply, CancellationToken cancellationToken)
    {
        if (command.Target.Author.Id != command.Member.Id && !access.MayUseOthersMessages)
            return reply.WhisperAsync(ErrorText.NotYourMessage, cancellationToken);
        return string.IsNullOrWhiteSpace(command.Target.Content)
            ? reply.WhisperAsync(ErrorText.MessageWithoutText, cancellationToken)
            : starter.StartAsync(command, command.Target.Content, PromptSource.Message, null, null, reply, cancellationToken);
    }
}
