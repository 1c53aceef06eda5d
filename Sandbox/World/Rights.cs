namespace Sandbox.World;

/// <summary>
/// Permissions computed from roles and overwrites, as in Discord's "Permissions" topic: base permissions, then the channel's
/// overwrites for @everyone, for the roles together, for the member. Threads inherit from their parent.
/// </summary>
internal static class Rights
{
    public static Permission Of(Member member, Guild guild)
    {
        if (member.User.Id == guild.Owner)
            return Permission.All;
        var permissions = guild.EveryoneRole.Permissions;
        foreach (var role in member.Roles)
            permissions |= guild.Roles.TryGetValue(role, out var held) ? held.Permissions : Permission.None;
        return permissions.HasFlag(Permission.Administrator) ? Permission.All : permissions;
    }

    public static Permission Of(Member member, Channel channel)
    {
        var guild = channel.Guild;
        var permissions = Of(member, guild);
        if (permissions == Permission.All)
            return permissions;

        var overwrites = (channel.Parent is { } parent && channel.IsThread ? parent : channel).Overwrites;
        if (overwrites.TryGetValue(guild.Id, out var everyone))
            permissions = permissions & ~everyone.Deny | everyone.Allow;

        var (allow, deny) = (Permission.None, Permission.None);
        foreach (var overwrite in member.Roles.Select(overwrites.GetValueOrDefault).OfType<Overwrite>())
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        permissions = permissions & ~deny | allow;

        if (overwrites.TryGetValue(member.User.Id, out var own))
            permissions = permissions & ~own.Deny | own.Allow;
        return permissions.HasFlag(Permission.ViewChannel) ? permissions : Permission.None;
    }

    /// <summary>Whether the user is there and sees the channel.</summary>
    public static bool Sees(ulong user, Channel channel) =>
        channel.Guild.Members.TryGetValue(user, out var member) && Of(member, channel).HasFlag(Permission.ViewChannel)
        && (channel.Kind != ChannelKind.PrivateThread || channel.Thread!.Members.ContainsKey(user) || Of(member, channel).HasFlag(Permission.ManageThreads));
}
