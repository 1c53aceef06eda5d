using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands.Battles;

/// <summary>Where battles can run.</summary>
internal static class ChannelRules
{
    private const Permissions Everywhere = Permissions.ViewChannel | Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.ReadMessageHistory;

    // Discord lets these write in a slow channel as often as they like.
    private const Permissions Unhurried = Permissions.ManageChannels | Permissions.ManageMessages | Permissions.BypassSlowMode;

    /// <summary>What stands in the way of a battle where the interaction happened, in one sentence; null if nothing does.</summary>
    /// <param name="withReactions">Members vote on it with reactions, which the bot offers.</param>
    public static string? Objection(Interaction interaction, bool withReactions)
    {
        var channel = interaction.Channel;
        if (interaction.Server is null || channel.Kind.IsDirect())
            return ErrorText.OnlyInServers;
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.PublicThread or ChannelKind.PrivateThread))
            return ErrorText.WrongChannel(channel.Kind);
        if (channel.IsLocked || channel.IsArchived)
            return ErrorText.ThreadClosed;
        var needed = Everywhere | (withReactions ? Permissions.AddReactions : Permissions.None) | (channel.Kind.IsThread() ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        var lacking = interaction.Origin.AppPermissions.Lacking(needed);
        return lacking.Count == 0 ? null : ErrorText.MissingPermissions(channel.Id, lacking);
    }

    /// <summary>How long the channel makes the member wait between messages; zero for those whom slow mode does not concern.</summary>
    public static TimeSpan SlowMode(Interaction interaction) =>
        (interaction.Member.Permissions & (Unhurried | Permissions.Administrator)) == 0 ? interaction.Channel.SlowMode : TimeSpan.Zero;
}
