using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>Where battles can run.</summary>
internal static class ChannelRules
{
    private const Permissions Everywhere =
        Permissions.ViewChannel | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.AddReactions | Permissions.ReadMessageHistory;

    /// <summary>What stands in the way of a battle where the interaction happened, in one sentence; null if nothing does.</summary>
    public static string? Objection(Interaction interaction)
    {
        var channel = interaction.Channel;
        if (interaction.Server is null || channel.Kind.IsDirect())
            return ErrorText.OnlyInServers;
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.PublicThread or ChannelKind.PrivateThread))
            return ErrorText.WrongChannel(channel.Kind);
        if (channel.IsLocked || channel.IsArchived)
            return ErrorText.ThreadClosed;
        var needed = Everywhere | (channel.Kind.IsThread() ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        var lacking = interaction.Origin.AppPermissions.Lacking(needed);
        return lacking.Count == 0 ? null : ErrorText.MissingPermissions(channel.Id, lacking);
    }
}
