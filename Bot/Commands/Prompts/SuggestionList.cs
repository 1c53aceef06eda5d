using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Prompts;

/// <summary>The moderators' list of suggestions with its buttons, and the form that asks why one is declined.</summary>
internal sealed class SuggestionList(SuggestionDesk desk, SuggestionOutcomes outcomes, Access access) : IButtons, IForms
{
    IReadOnlyCollection<string> IButtons.Verbs { get; } =
        [ButtonIds.SuggestionLook, ButtonIds.SuggestionNext, ButtonIds.SuggestionApprove, ButtonIds.SuggestionDecline];

    IReadOnlyCollection<string> IForms.Verbs { get; } = [ButtonIds.SuggestionDecline];

    /// <summary>Why the caller may not decide about these, in one sentence; null when they may.</summary>
    public Task<string?> RefusalAsync(SuggestionKind kind, Interaction interaction, CancellationToken cancellationToken) =>
        kind == SuggestionKind.Model ? access.RosterRefusalAsync(interaction, cancellationToken) : Task.FromResult(access.ModeratorRefusal(interaction));

    public async Task ShowAsync(SuggestionKind kind, Interaction interaction, Reply reply, CancellationToken cancellationToken) =>
        await reply.SayAsync(await ComposeAsync(kind, interaction, 0, null, cancellationToken) with { Ephemeral = true }, cancellationToken);

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (SuggestionMessage.Parse(subject) is not var (kind, id))
            await reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken);
        else if (await RefusalAsync(kind, button, cancellationToken) is { } refusal)
            await reply.WhisperAsync(refusal, cancellationToken);
        else if (verb == ButtonIds.SuggestionLook)
            await ShowAsync(kind, button, reply, cancellationToken);
        else if (verb == ButtonIds.SuggestionDecline)
            await AskWhyAsync(kind, id, button, reply, cancellationToken);
        else
            await TurnAsync(kind, id, button, verb == ButtonIds.SuggestionApprove, reply, cancellationToken);
    }

    public async Task SubmitAsync(Interaction.ModalSubmit form, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (SuggestionMessage.Parse(subject) is not var (kind, id))
        {
            await reply.RefuseAsync(ErrorText.UnknownButton, cancellationToken);
        }
        else if (await RefusalAsync(kind, form, cancellationToken) is { } refusal)
        {
            await reply.RefuseAsync(refusal, cancellationToken);
        }
        else
        {
            await reply.TouchAsync(cancellationToken);
            var reason = form.Fields.GetValueOrDefault(SuggestionMessage.Reason);
            var result = await desk.DeclineAsync(id, kind, form.Server!.Value, form.Member.Id, reason, cancellationToken);
            await GoOnAsync(kind, id, form, result, reply, cancellationToken);
        }
    }

    private async Task AskWhyAsync(SuggestionKind kind, long id, Interaction.Button button, Reply reply, CancellationToken cancellationToken)
    {
        // Nobody writes a reason in vain.
        if (await desk.FindAsync(id, kind, button.Server!.Value, cancellationToken) is { State: SuggestionState.Open })
        {
            await reply.AskAsync(SuggestionMessage.WhyDeclined(kind, id), cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        var result = await desk.DeclineAsync(id, kind, button.Server!.Value, button.Member.Id, null, cancellationToken);
        await GoOnAsync(kind, id, button, result, reply, cancellationToken);
    }

    private async Task TurnAsync(
        SuggestionKind kind, long id, Interaction.Button button, bool approves, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        if (approves)
        {
            var result = await desk.ApproveAsync(id, kind, button.Server!.Value, button.Channel.Id, button.Member.Id, cancellationToken);
            await GoOnAsync(kind, id, button, result, reply, cancellationToken);
        }
        else
        {
            await reply.TurnToAsync(await ComposeAsync(kind, button, id, null, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Says what became of a decision above the next suggestion, and tells the member whose it was.</summary>
    private async Task GoOnAsync(
        SuggestionKind kind, long id, Interaction interaction, DecideResult result, Reply reply, CancellationToken cancellationToken)
    {
        var page = await ComposeAsync(kind, interaction, id, SuggestionSentences.Of(result), cancellationToken);
        await reply.TurnToAsync(result is DecideResult.Declined ? page : WrittenText.With(page, WrittenText.Of(interaction)), cancellationToken);
        if (result is DecideResult.Approved approved)
            await outcomes.TellAsync(approved.Suggestion, cancellationToken);
        else if (result is DecideResult.Declined declined)
            await outcomes.TellAsync(declined.Suggestion, cancellationToken);
    }

    private async Task<OutgoingMessage> ComposeAsync(
        SuggestionKind kind, Interaction interaction, long at, string? said, CancellationToken cancellationToken) =>
        SuggestionMessage.Compose(kind, await desk.OpenAsync(kind, interaction.Server!.Value, cancellationToken), at, said);
}
