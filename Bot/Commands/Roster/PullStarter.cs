using Arena.Core.Roster;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Presentation;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary>Starts pulls for those who care for the roster, and tells them what became of it.</summary>
internal sealed class PullStarter(PullDesk pulls, Access access)
{
    /// <param name="adds">Whether the model is put on the roster when it is there.</param>
    /// <param name="suggestion">The suggestion that it follows, or null.</param>
    public async Task StartAsync(
        Interaction interaction, string tag, bool adds, long? suggestion, Reply reply, CancellationToken cancellationToken)
    {
        if (await ObjectionAsync(interaction, cancellationToken) is { } objection)
        {
            await reply.WhisperAsync(objection, cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        if (PullSentences.Of(await StartAsync(interaction, tag, adds, suggestion, cancellationToken)) is { } told)
            await reply.SayAsync(told, cancellationToken);
        else
            await reply.TakeBackAsync(cancellationToken);
    }

    /// <summary>Takes an offer that only its reader sees: what came of it stands in its place, so that nobody takes it twice.</summary>
    public async Task TakeOfferAsync(Interaction.Button button, string tag, Reply reply, CancellationToken cancellationToken)
    {
        if (await ObjectionAsync(button, cancellationToken) is { } objection)
        {
            await reply.WhisperAsync(objection, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        var result = await StartAsync(button, tag, adds: true, suggestion: null, cancellationToken);
        await reply.EditTouchedAsync((PullSentences.Of(result) ?? PullSentences.Begun(tag)).AsEdit(), cancellationToken);
    }

    /// <summary>Starts a pull that has ended anew, in a message of its own; the old message's button goes once it can do nothing more.</summary>
    public async Task StartAgainAsync(Interaction.Button button, Pull ended, Reply reply, CancellationToken cancellationToken)
    {
        if (await ObjectionAsync(button, cancellationToken) is { } objection)
        {
            await reply.WhisperAsync(objection, cancellationToken);
            return;
        }

        await reply.TouchAsync(cancellationToken);
        var result = await StartAsync(button, ended.Tag, ended.Adds, ended.Suggestion, cancellationToken);
        if (result is not StartPullResult.NodesUnreachable)
            await reply.EditTouchedAsync(new MessageEdit { Components = [] }, cancellationToken);
        if (PullSentences.Of(result) is { } told)
            await reply.SayAsync(told, cancellationToken);
    }

    private Task<StartPullResult> StartAsync(
        Interaction interaction, string tag, bool adds, long? suggestion, CancellationToken cancellationToken) =>
        pulls.StartAsync(tag, adds, interaction.Server!.Value, interaction.Channel.Id, interaction.Member.Id, suggestion, cancellationToken);

    /// <summary>What stands in the way of the roster being changed by this member, or of a pull being shown here; null if nothing does.</summary>
    private async Task<string?> ObjectionAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (await access.RosterRefusalAsync(interaction, cancellationToken) is { } refusal)
            return refusal;
        var needed = Permissions.ViewChannel | (interaction.Channel.Kind.IsThread() ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        var lacking = interaction.Origin.AppPermissions.Lacking(needed);
        return lacking.Count == 0 ? null : ErrorText.MissingPermissions(interaction.Channel.Id, lacking);
    }
}
