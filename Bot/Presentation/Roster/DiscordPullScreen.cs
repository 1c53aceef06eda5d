using System.Globalization;
using Arena.Core.Roster;
using Bot.Discord;

namespace Bot.Presentation.Roster;

/// <summary>Shows pulls as messages in Discord's channels.</summary>
internal sealed class DiscordPullScreen(IDiscordClient discord) : IPullScreen
{
    public async Task<MessageId> ShowAsync(PullView view, CancellationToken cancellationToken)
    {
        try
        {
            return await EditAsync(view, cancellationToken) ?? await PostAsync(view, cancellationToken);
        }
        catch (DiscordException e) when (e.Failure is DiscordFailure.UnknownChannel or DiscordFailure.MissingPermissions)
        {
            throw new PullChannelGoneException(e.Message, e);
        }
    }

    /// <summary>Null where there is no message to edit, or not any more.</summary>
    private async Task<MessageId?> EditAsync(PullView view, CancellationToken cancellationToken)
    {
        if (view.Pull.Message is not { } message)
            return null;
        try
        {
            await discord.EditMessageAsync(view.Pull.Channel, message, PullMessage.Compose(view).AsEdit(), cancellationToken);
            return message;
        }
        catch (DiscordException e) when (e.Failure == DiscordFailure.UnknownMessage)
        {
            return null;
        }
    }

    private async Task<MessageId> PostAsync(PullView view, CancellationToken cancellationToken) =>
        (await discord.CreateMessageAsync(view.Pull.Channel, PullMessage.Compose(view) with { Nonce = Nonce(view.Pull) }, cancellationToken)).Id;

    // Posted once even if the process dies in between; but anew where the last message was deleted. Discord takes 25 characters.
    private static string Nonce(Pull pull) => string.Create(
        CultureInfo.InvariantCulture, $"p{pull.Id}-{pull.Message?.Value ?? (ulong)pull.AskedAt.ToUnixTimeMilliseconds():x}");
}
