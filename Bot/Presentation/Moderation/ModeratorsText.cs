namespace Bot.Presentation.Moderation;

/// <summary>What <c>/arena moderators</c> says.</summary>
internal static class ModeratorsText
{
    public const string OnlyManagers = "Only members with Manage Server say who moderates; the moderators' role alone does not do for that.";

    private const string Hidden =
        "Discord shows the moderators' commands only to members with Manage Server. For the role, an administrator opens them under "
        + "Server Settings → Integrations → this bot → Command Permissions: choose a command, such as /arena, and add the role.";

    public static string Present(SettingsFrame frame) => frame.Now.ModeratorRole is { } role
        ? $"{Moderating(frame, role)} /arena moderators clear:True takes that back. {Hidden}"
        : "Members with Manage Server moderate here, and no role. /arena moderators role names one.";

    /// <summary>Why it can not be so; null if it can.</summary>
    public static string? Refusal(SettingsFrame frame, RoleId? role, bool clear)
    {
        if (role is not { } named)
            return null;
        if (clear)
            return "Name a role, or clear it; both at once contradict each other. Nothing changed.";
        if (named.Value == frame.Server.Value)
            return "@everyone would make every member a moderator. Choose a role that only moderators have.";
        return frame.Has(named) ? null : "That role was deleted. Choose one that is there.";
    }

    public static string Changed(SettingsFrame after, bool isSame) => (after.Now.ModeratorRole, isSame) switch
    {
        (null, true) => "No role moderates here already, so nothing changed.",
        (null, false) => "No role moderates here any more: only members with Manage Server.",
        ({ } role, true) => $"{after.Mention(role)} moderates here already, so nothing changed. {Hidden}",
        ({ } role, false) => $"{Moderating(after, role)} {Hidden}",
    };

    private static string Moderating(SettingsFrame frame, RoleId role) => frame.Has(role)
        ? $"Members with {frame.Mention(role)} moderate here, and those with Manage Server."
        : $"The role that moderated here was deleted ({role}), so only members with Manage Server do. /arena moderators role names another.";
}
