using Sandbox.World;

namespace Sandbox.Interactions;

/// <summary>Who may see and use a command: Use Application Commands in the channel, and the command's default permissions.</summary>
internal static class CommandRights
{
    public static bool MayUse(ApplicationCommand command, Member member, Channel channel)
    {
        var rights = Rights.Of(member, channel);
        return rights.HasFlag(Permission.UseApplicationCommands) && MeetsDefaults(command, rights);
    }

    public static bool MaySee(ApplicationCommand command, Member member, Guild guild) => MeetsDefaults(command, Rights.Of(member, guild));

    /// <summary>No bits at all mean: administrators only.</summary>
    private static bool MeetsDefaults(ApplicationCommand command, Permission rights) => command.DefaultMemberPermissions switch
    {
        null => true,
        Permission.None => rights.HasFlag(Permission.Administrator),
        var needed => (rights & needed) == needed,
    };
}
