using Arena.Core.Integrity;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary>The buttons under a suspicion, in its notice and in the list, and the menu of the list. For moderators, at every press.</summary>
internal sealed class SuspicionButtons(SuspicionDesk desk, WatchNotices notices, Access access) : IButtons, IMenus
{
    IReadOnlyCollection<string> IButtons.Verbs { get; } =
        [ButtonIds.SuspicionExclude, ButtonIds.SuspicionWho, ButtonIds.SuspicionDismiss, ButtonIds.SuspicionTakeBack];

    IReadOnlyCollection<string> IMenus.Verbs { get; } = [ButtonIds.Suspicion];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await FindAsync(button, subject, reply, cancellationToken) is not { } suspicion)
            return;
        if (verb == ButtonIds.SuspicionWho)
        {
            await reply.SayAsync(
                SuspicionMessage.Accounts(suspicion, await desk.SuspectsAsync(suspicion, cancellationToken)), cancellationToken);
            return;
        }

        await DecideAsync(button, suspicion, Decision(verb), reply, cancellationToken);
    }

    public async Task ChooseAsync(Interaction.Select select, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await FindAsync(select, select.Values is [var value] ? value : "", reply, cancellationToken) is not { } suspicion)
            return;
        await reply.TouchAsync(cancellationToken);
        await reply.EditTouchedAsync(SuspicionMessage.Compose(suspicion).AsEdit(), cancellationToken);
    }

    private static SuspicionDecision Decision(string verb) => verb switch
    {
        ButtonIds.SuspicionExclude => SuspicionDecision.Exclude,
        ButtonIds.SuspicionTakeBack => SuspicionDecision.TakeBack,
        _ => SuspicionDecision.Dismiss,
    };

    private async Task DecideAsync(
        Interaction.Button button, Suspicion suspicion, SuspicionDecision decision, Reply reply, CancellationToken cancellationToken)
    {
        // Computing all ratings again may take longer than Discord waits.
        await reply.TouchAsync(cancellationToken);
        var result = await desk.DecideAsync(suspicion.Server, suspicion.Id, decision, button.Member.Id, cancellationToken);
        var (now, sentence) = result switch
        {
            DecideResult.Decided decided => (decided.Suspicion, SuspicionMessage.Done(decision, decided.Count)),
            DecideResult.Already already => (already.Suspicion, SuspicionMessage.Already(already.Suspicion)),
            _ => (suspicion, SuspicionMessage.Unknown),
        };
        await reply.EditTouchedAsync(SuspicionMessage.Compose(now).AsEdit(), cancellationToken);
        await reply.WhisperAsync(sentence, cancellationToken);
        if (button.Message.Id != now.Message)
            await notices.ShowAsync(now, cancellationToken);
    }

    /// <summary>The suspicion, if a moderator of its server asks; else they are told why not.</summary>
    private async Task<Suspicion?> FindAsync(Interaction interaction, string subject, Reply reply, CancellationToken cancellationToken)
    {
        var found = access.IsModerator(interaction) && SuspicionMessage.Parse(subject) is { } id
            ? await desk.FindAsync(interaction.Server!.Value, id, cancellationToken)
            : null;
        if (found is null)
            await reply.WhisperAsync(access.IsModerator(interaction) ? SuspicionMessage.Unknown : ErrorText.OnlyModerators, cancellationToken);
        return found;
    }
}
