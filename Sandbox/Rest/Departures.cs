using Sandbox.Gateway;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>Joining and leaving servers, for the endpoints that do it.</summary>
internal static class Departures
{
    public static void Join(Call call, Guild guild, Member member)
    {
        guild.Members.TryAdd(member.User.Id, member);
        Events(call).MemberAdded(guild, member);
        Events(call).GuildArrived(guild, member.User);
    }

    /// <summary>The bot joins, with the role that Discord makes for it; nothing happens if it is there.</summary>
    public static void InviteBot(Call call, Guild guild)
    {
        var bot = call.World.Application.Bot;
        if (guild.Members.ContainsKey(bot.Id))
            return;
        if (guild.Roles.Values.All(role => role.ManagedFor != bot.Id))
        {
            var role = new Role(call.World.Ids.Next(), bot.Name, Seed.BotPermissions, guild.Roles.Count) { ManagedFor = bot.Id };
            guild.Roles.Add(role.Id, role);
            Events(call).RoleCreated(guild, role);
        }
        Join(call, guild, Seed.Invite(guild, bot, call.World.Now));
    }

    /// <summary>What the member said, and their reactions, stay.</summary>
    public static void Leave(Call call, Guild guild, User user)
    {
        Events(call).GuildLeft(guild, user);
        guild.Members.Remove(user.Id);
        foreach (var thread in guild.Threads)
            thread.Thread!.Members.Remove(user.Id);
        Events(call).MemberRemoved(guild, user);
    }

    private static Events Events(Call call) => call.Backstage.Events;
}
