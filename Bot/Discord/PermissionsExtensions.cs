namespace Bot.Discord;

public static class PermissionsExtensions
{
    /// <summary>Whether all of <paramref name="wanted"/> are granted; an administrator has every permission.</summary>
    public static bool Allows(this Permissions granted, Permissions wanted) =>
        (granted & Permissions.Administrator) != 0 || (granted & wanted) == wanted;

    /// <summary>The single permissions of <paramref name="wanted"/> that are not granted, lowest bit first; empty for an administrator.</summary>
    public static IReadOnlyList<Permissions> Lacking(this Permissions granted, Permissions wanted)
    {
        if (granted.Allows(wanted))
            return [];

        var lacking = new List<Permissions>();
        for (var bit = 0; bit < 64; bit++)
        {
            var single = (Permissions)(1UL << bit);
            if ((wanted & single) != 0 && (granted & single) == 0)
                lacking.Add(single);
        }

        return lacking;
    }

    /// <summary>The name that people see in Discord's settings, such as <c>Add Reactions</c>.</summary>
    public static string DisplayName(this Permissions single) => single switch
    {
        Permissions.CreateInvite => "Create Invite",
        Permissions.KickMembers => "Kick Members",
        Permissions.BanMembers => "Ban Members",
        Permissions.ManageChannels => "Manage Channels",
        Permissions.ManageServer => "Manage Server",
        Permissions.AddReactions => "Add Reactions",
        Permissions.ViewAuditLog => "View Audit Log",
        Permissions.ViewChannel => "View Channel",
        Permissions.SendMessages => "Send Messages",
        Permissions.ManageMessages => "Manage Messages",
        Permissions.EmbedLinks => "Embed Links",
        Permissions.AttachFiles => "Attach Files",
        Permissions.ReadMessageHistory => "Read Message History",
        Permissions.MentionEveryone => "Mention Everyone",
        Permissions.UseExternalEmojis => "Use External Emojis",
        Permissions.ManageRoles => "Manage Roles",
        Permissions.ManageWebhooks => "Manage Webhooks",
        Permissions.UseApplicationCommands => "Use Application Commands",
        Permissions.ManageThreads => "Manage Threads",
        Permissions.CreatePublicThreads => "Create Public Threads",
        Permissions.CreatePrivateThreads => "Create Private Threads",
        Permissions.SendMessagesInThreads => "Send Messages in Threads",
        Permissions.ModerateMembers => "Moderate Members",
        Permissions.BypassSlowMode => "Bypass Slowmode",
        _ => single.ToString(),
    };
}
