using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

internal static class GuildEndpoints
{
    public static void Map(Router router)
    {
        router.Get("/guilds/{guild_id}", Get);
        router.Get("/guilds/{guild_id}/channels", call => Reply.Ok(Wire.List(call.Guild().TopLevel
            .Where(channel => call.IsBot || Rights.Sees(call.Caller.Id, channel)).Select(ChannelShape.Of))));
        router.Post("/guilds/{guild_id}/channels", CreateChannel);
        router.Get("/guilds/{guild_id}/members", Members);
        router.Get("/guilds/{guild_id}/members/search", SearchMembers);
        router.Get("/guilds/{guild_id}/members/{user_id}", call => Reply.Ok(MemberShape.Of(Member(call))));
        router.Delete("/guilds/{guild_id}/members/{user_id}", Kick);
        router.Put("/guilds/{guild_id}/members/{user_id}/roles/{role_id}", call => ChangeRole(call, (member, role) => { if (!member.Roles.Contains(role)) member.Roles.Add(role); }));
        router.Delete("/guilds/{guild_id}/members/{user_id}/roles/{role_id}", call => ChangeRole(call, (member, role) => member.Roles.Remove(role)));
        router.Get("/guilds/{guild_id}/roles", call => Reply.Ok(Wire.List(call.Guild().Roles.Values.Select(RoleShape.Of))));
        router.Post("/guilds/{guild_id}/roles", CreateRole);
        router.Delete("/guilds/{guild_id}/roles/{role_id}", DeleteRole);
    }

    private static Reply Get(Call call)
    {
        var guild = call.Guild();
        var shape = GuildShape.Of(guild);
        if (call.Query("with_counts") is "true" or "True" or "1")
            (shape["approximate_member_count"], shape["approximate_presence_count"]) = (guild.Members.Count, guild.Members.Count);
        return Reply.Ok(shape);
    }

    private static Member Member(Call call) =>
        call.Guild().Members.TryGetValue(call.Id("user_id"), out var member) ? member
        : throw (call.World.Users.ContainsKey(call.Id("user_id")) ? ApiError.UnknownMember() : ApiError.UnknownUser());

    private static Reply Members(Call call)
    {
        var guild = call.Guild();
        var limit = call.QueryNumber("limit", 1, 1, 1000);
        var after = call.QueryId("after") ?? 0;
        if (call.IsBot && (call.World.Application.Flags & (1 << 14 | 1 << 15)) == 0)
            throw ApiError.MissingAccess();
        return Reply.Ok(Wire.List(guild.Members.Values.Where(member => member.User.Id > after).Take(limit).Select(MemberShape.Of)));
    }

    private static Reply SearchMembers(Call call)
    {
        var guild = call.Guild();
        var query = call.Query("query") ?? throw FormErrors.Single("query", "BASE_TYPE_REQUIRED", "This field is required");
        var limit = call.QueryNumber("limit", 1, 1, 1000);
        return Reply.Ok(Wire.List(guild.Members.Values
            .Where(member => member.User.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase)).Take(limit).Select(MemberShape.Of)));
    }

    private static Reply Kick(Call call)
    {
        var member = Member(call);
        var guild = call.Guild();
        Call.Need(Rights.Of(guild.Members[call.Caller.Id], guild), Permission.KickMembers);
        if (member.User.Id == guild.Owner)
            throw ApiError.MissingPermissions();
        Departures.Leave(call, guild, member.User);
        return Reply.NoContent;
    }

    private static Reply ChangeRole(Call call, Action<Member, ulong> change)
    {
        var guild = call.Guild();
        Call.Need(Rights.Of(guild.Members[call.Caller.Id], guild), Permission.ManageRoles);
        var role = guild.Roles.GetValueOrDefault(call.Id("role_id")) ?? throw ApiError.UnknownRole();
        var member = Member(call);
        change(member, role.Id);
        call.Backstage.Events.MemberUpdated(guild, member);
        return Reply.NoContent;
    }

    private static Reply CreateChannel(Call call)
    {
        var guild = call.Guild();
        Call.Need(Rights.Of(guild.Members[call.Caller.Id], guild), Permission.ManageChannels);
        return Reply.Created(ChannelShape.Of(NewChannel.Create(call, guild)));
    }

    private static Reply CreateRole(Call call)
    {
        var guild = call.Guild();
        Call.Need(Rights.Of(guild.Members[call.Caller.Id], guild), Permission.ManageRoles);
        return Reply.Ok(RoleShape.Of(NewRole.Create(call, guild)));
    }

    private static Reply DeleteRole(Call call)
    {
        var guild = call.Guild();
        Call.Need(Rights.Of(guild.Members[call.Caller.Id], guild), Permission.ManageRoles);
        var id = call.Id("role_id");
        if (id == guild.Id || !guild.Roles.Remove(id))
            throw ApiError.UnknownRole();
        foreach (var member in guild.Members.Values)
            member.Roles.Remove(id);
        call.Backstage.Events.RoleDeleted(guild, id);
        return Reply.NoContent;
    }
}
