using Sandbox.Shapes;

namespace Sandbox.Rest;

internal static class UserEndpoints
{
    public static void Map(Router router)
    {
        router.Get("/users/@me", call => Reply.Ok(UserShape.Own(call.Caller)));
        router.Get("/users/{user_id}", call => call.World.Users.TryGetValue(call.Id("user_id"), out var user) ? Reply.Ok(UserShape.Of(user)) : throw ApiError.UnknownUser());
        router.Get("/users/@me/guilds", call => Reply.Ok(Wire.List(call.World.Guilds.Values
            .Where(guild => guild.Members.ContainsKey(call.Caller.Id) && !guild.Unavailable)
            .Select(guild => GuildShape.Mine(guild, guild.Members[call.Caller.Id])))));
        router.Delete("/users/@me/guilds/{guild_id}", Leave);
        router.Get("/users/@me/guilds/{guild_id}/member", call => Reply.Ok(MemberShape.Of(call.Guild().Members[call.Caller.Id])));
    }

    private static Reply Leave(Call call)
    {
        var guild = call.Guild();
        if (guild.Owner == call.Caller.Id)
            throw new ApiError(400, 50055, "Invalid Guild");
        Departures.Leave(call, guild, call.Caller);
        return Reply.NoContent;
    }
}
