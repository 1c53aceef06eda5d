using Arena.Core.Leaderboards;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Leaderboards;

namespace Bot.Commands.Leaderboards;

/// <summary>The buttons that open a board and turn its pages.</summary>
internal sealed class BoardButtons(Boards boards) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Board];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (button.Server is not { } server)
        {
            await reply.WhisperAsync(ErrorText.OnlyInServers, cancellationToken);
        }
        else if (subject.Length == 0)
        {
            // Below a battle: a look at the board for the one who pressed, no second message for everybody.
            await reply.ThinkQuietlyAsync(cancellationToken);
            await reply.SayAsync(await boards.ComposeAsync(BoardAddress.Of(LeaderboardReader.DefaultSystem), server, cancellationToken), cancellationToken);
        }
        else if (BoardAddress.Parse(subject) is { } address)
        {
            await reply.TouchAsync(cancellationToken);
            await reply.TurnToAsync(await boards.ComposeAsync(address, server, cancellationToken), cancellationToken);
        }
        else
        {
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
        }
    }
}
