using System.Globalization;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Registration;
using Bot.Presentation;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary><c>/models list</c>: the roster, as it plays in the server where it is asked for.</summary>
internal sealed class ModelsList(RosterService roster) : ISubcommand, IButtons
{
    public string Parent => "models";

    public CommandOption Definition { get; } = CommandOption.Subcommand("list", "All models on the roster");

    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Roster];

    public async Task RunAsync(Interaction.SlashCommand command, Reply reply, CancellationToken cancellationToken) =>
        await reply.SayAsync(await ComposeAsync(command.Server!.Value, 1, cancellationToken), cancellationToken);

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (!int.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        await reply.TurnToAsync(await ComposeAsync(button.Server!.Value, page, cancellationToken), cancellationToken);
    }

    private async Task<OutgoingMessage> ComposeAsync(ServerId server, int page, CancellationToken cancellationToken) => RosterMessage.Compose(
        await roster.ListAsync(cancellationToken), await roster.BenchedInAsync(server, cancellationToken), page);
}
