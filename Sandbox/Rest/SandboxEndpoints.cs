using System.Text.Json.Nodes;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>What Discord has no endpoint for and tests need: more members, servers, rights; and what was said at the gateway and over REST.</summary>
internal static class SandboxEndpoints
{
    public static void Map(Router router)
    {
        router.Post("/sandbox/members", NewMember.Create, Access.Open);
        router.Post("/sandbox/guilds", CreateGuild, Access.Open);
        router.Post("/sandbox/guilds/{guild_id}/bot", InviteBot, Access.Open);
        router.Delete("/sandbox/guilds/{guild_id}/bot", call => Remove(call, call.World.Application.Id), Access.Open);
        router.Post("/sandbox/guilds/{guild_id}/outage", Outage, Access.Open);
        router.Post("/sandbox/guilds/{guild_id}/channels", call => Reply.Created(ChannelShape.Of(NewChannel.Create(call, Guild(call)))), Access.Open);
        router.Post("/sandbox/guilds/{guild_id}/roles", CreateRole, Access.Open);
        router.Delete("/sandbox/guilds/{guild_id}/members/{user_id}", call => Remove(call, call.Id("user_id")), Access.Open);
        router.Put("/sandbox/channels/{channel_id}/overwrites/{overwrite_id}", call => Done(() => Overwrites.Set(call, Channel(call))), Access.Open);
        router.Delete("/sandbox/channels/{channel_id}/overwrites/{overwrite_id}", call => Done(() => Overwrites.Remove(call, Channel(call))), Access.Open);
        router.Patch("/sandbox/application", ChangeApplication, Access.Open);
        router.Get("/sandbox/traffic", Traffic, Access.Open);
    }

    private static Guild Guild(Call call) => call.World.Guilds.GetValueOrDefault(call.Id("guild_id")) ?? throw ApiError.UnknownGuild();

    private static Channel Channel(Call call) => call.World.Channels.GetValueOrDefault(call.Id("channel_id")) ?? throw ApiError.UnknownChannel();

    private static Reply Done(Action action)
    {
        action();
        return Reply.NoContent;
    }

    private static Reply CreateGuild(Call call)
    {
        var form = call.Form();
        var name = form.Text("name", 100, 2, required: true);
        var owner = call.World.ByName(form.Text("owner", 32) ?? "alice");
        var names = (form.List("members", 10_000) ?? []).Select(node => node?.ToString() ?? "").ToList();
        var channels = (form.List("channels", 100) ?? ["general"]).Select(node => node?.ToString() ?? "").ToList();
        var withBot = form.Flag("with_bot") ?? true;
        if (owner is null)
            form.Errors.Add("owner", "UNKNOWN", "There is no such member.");
        foreach (var unknown in names.Where(one => call.World.ByName(one) is null))
            form.Errors.Add("members", "UNKNOWN", $"There is no member {unknown}.");
        form.Errors.ThrowIfAny();

        var world = call.World;
        var guild = world.Add(new Guild(world.Ids.Next(), name!, owner!.Id));
        foreach (var channel in channels)
            world.Add(new Channel(world.Ids.Next(), guild, ChannelKind.Text, channel));
        foreach (var user in names.Select(one => world.ByName(one)!).Append(owner).Distinct())
            Departures.Join(call, guild, new Member(user, world.Now));
        if (withBot)
            Departures.InviteBot(call, guild);
        var shape = GuildShape.Of(guild);
        shape["channels"] = Wire.List(guild.TopLevel.Select(ChannelShape.Of));
        return Reply.Created(shape);
    }

    private static Reply InviteBot(Call call) => Done(() => Departures.InviteBot(call, Guild(call)));

    private static Reply Remove(Call call, ulong user)
    {
        var guild = Guild(call);
        if (!guild.Members.TryGetValue(user, out var member))
            throw ApiError.UnknownMember();
        Departures.Leave(call, guild, member.User);
        return Reply.NoContent;
    }

    private static Reply Outage(Call call)
    {
        var guild = Guild(call);
        guild.Unavailable = call.Form().Flag("unavailable") ?? true;
        call.Backstage.Events.GuildOutage(guild);
        return Reply.NoContent;
    }

    private static Reply CreateRole(Call call)
    {
        var guild = Guild(call);
        var holders = (call.Form().List("members", 10_000) ?? [])
            .Select(node => Snowflakes.TryParse(node?.ToString(), out var id) ? guild.Members.GetValueOrDefault(id) : null).ToList();
        if (holders.Contains(null))
            throw ApiError.UnknownMember();
        var role = NewRole.Create(call, guild);
        foreach (var holder in holders)
        {
            holder!.Roles.Add(role.Id);
            call.Backstage.Events.MemberUpdated(guild, holder);
        }
        return Reply.Created(RoleShape.Of(role));
    }

    private static Reply ChangeApplication(Call call)
    {
        if (call.Form().Integer("flags", 0, int.MaxValue) is { } flags)
            call.World.Application.Flags = (int)flags;
        return ApplicationEndpoints.Own(call);
    }

    private static Reply Traffic(Call call)
    {
        var summary = call.Backstage.Traffic.Summary();
        var counts = call.Backstage.Gateway.Counts;
        summary["gateway"] = new JsonObject { ["connections"] = counts.Connections, ["identifies"] = counts.Identifies, ["resumes"] = counts.Resumes };
        return Reply.Ok(summary);
    }
}
