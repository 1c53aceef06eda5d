using System.Globalization;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary>The buttons under a pull, and those that offer one.</summary>
internal sealed class PullButtons(PullDesk pulls, PullStarter starter, RosterService roster, Access access) : IButtons
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [ButtonIds.Pull, ButtonIds.PullCancel, ButtonIds.PullAgain, ButtonIds.PullAdd, ButtonIds.RosterAdd];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        var refusal = await access.RosterRefusalAsync(button, cancellationToken);
        if (verb == ButtonIds.PullCancel)
            await CancelAsync(button, subject, isKeeper: refusal is null, reply, cancellationToken);
        else if (refusal is not null)
            await reply.WhisperAsync(refusal, cancellationToken);
        else if (verb == ButtonIds.Pull)
            await starter.TakeOfferAsync(button, subject, reply, cancellationToken);
        else if (verb == ButtonIds.RosterAdd)
            await AddAsync(button, subject, reply, cancellationToken);
        else if (await FindAsync(button, subject, cancellationToken) is not { } pull)
            await reply.WhisperAsync(PullSentences.NoSuchPull, cancellationToken);
        else if (verb == ButtonIds.PullAdd)
            await AddAsync(button, pull, reply, cancellationToken);
        else if (pull.State == PullState.Running)
            await reply.WhisperAsync(PullSentences.StillRunning, cancellationToken);
        else
            await starter.StartAgainAsync(button, pull, reply, cancellationToken);
    }

    private async Task CancelAsync(Interaction.Button button, string subject, bool isKeeper, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var result = await FindAsync(button, subject, cancellationToken) is { } pull
            ? await pulls.CancelAsync(pull.Id, button.Member.Id, isKeeper, cancellationToken)
            : new CancelPullResult.Unknown();
        var sentence = result switch
        {
            CancelPullResult.NotYours => PullSentences.CancelNotYours,
            CancelPullResult.Over over => PullSentences.Over(over.State),
            CancelPullResult.Unknown => PullSentences.NoSuchPull,
            _ => null,                                                       // cancelled: the message shows it
        };
        await reply.WhisperUnlessShownAsync(sentence, cancellationToken);
    }

    private async Task AddAsync(Interaction.Button button, Pull pull, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var added = await pulls.AddAsync(pull.Id, button.Member.Id, cancellationToken);
        if (added is AddResult.Added or AddResult.Restored or AddResult.AlreadyActive)
            await reply.TakeBackAsync(cancellationToken);                    // the message shows it
        else
            await reply.WhisperAsync(added is null ? PullSentences.NotDone : AddSentences.Of(added), cancellationToken);
    }

    private async Task AddAsync(Interaction.Button button, string tag, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var told = OutgoingMessage.Whisper(AddSentences.Of(await roster.AddAsync(tag, button.Member.Id, cancellationToken)));
        await reply.EditTouchedAsync(told.AsEdit(), cancellationToken);
    }

    /// <summary>The pull, if it is one of this server: what a custom id says is only what somebody sent.</summary>
    private async Task<Pull?> FindAsync(Interaction.Button button, string subject, CancellationToken cancellationToken) =>
        long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await pulls.FindAsync(new PullId(id), cancellationToken) is { } pull && pull.Server == button.Server
            ? pull
            : null;
}
