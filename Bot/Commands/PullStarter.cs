using Arena.Core.Roster;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

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
        var result = await pulls.StartAsync(
            tag, adds, interaction.Server!.Value, interaction.Channel.Id, interaction.Member.Id, suggestion, cancellationToken);
        if (PullSentences.Of(result) is { } told)
            await reply.SayAsync(told, cancellationToken);
        else
            await reply.TakeBackAsync(cancellationToken);
    }

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
