using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary>The buttons that turn the pages of a chart.</summary>
internal sealed class ChartButtons(ChartDesk charts) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Chart];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (button.Server is not { } server)
        {
            await reply.WhisperAsync(ErrorText.OnlyInServers, cancellationToken);
        }
        else if (ChartAddress.Parse(subject) is { } address)
        {
            await reply.TouchAsync(cancellationToken);
            await reply.TurnToAsync(await charts.ComposeAsync(address, server, cancellationToken), cancellationToken);
        }
        else
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
        }
    }
}
