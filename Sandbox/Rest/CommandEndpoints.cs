using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Interactions;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

internal static class CommandEndpoints
{
    public static void Map(Router router)
    {
        foreach (var place in new[] { "/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands" })
        {
            router.Get(place, List, Access.Bot);
            router.Put(place, Overwrite, Access.Bot);
            router.Post(place, Create, Access.Bot);
            router.Get(place + "/{command_id}", call => Reply.Ok(Shape(call, Registry(call).Find(Guild(call), call.Id("command_id")))), Access.Bot);
            router.Patch(place + "/{command_id}", call => Reply.Ok(Shape(call, Registry(call).Change(Guild(call), call.Id("command_id"), call.Form()))), Access.Bot);
            router.Delete(place + "/{command_id}", Delete, Access.Bot);
        }
        router.Get("/guilds/{guild_id}/application-command-index", Index);
    }

    private static CommandRegistry Registry(Call call)
    {
        if (call.Id("application_id") != call.World.Application.Id)
            throw ApiError.UnknownApplication();
        return new CommandRegistry(call.World);
    }

    /// <summary>The server whose commands are meant; null for the global ones.</summary>
    private static ulong? Guild(Call call)
    {
        if (!call.HasPath("guild_id"))
            return null;
        var id = call.Id("guild_id");
        return call.World.Guilds.TryGetValue(id, out var guild) && guild.Members.ContainsKey(call.World.Application.Id) ? id : throw ApiError.MissingAccess();
    }

    private static JsonObject Shape(Call call, ApplicationCommand command) => CommandShape.Of(command, call.World.Application.Id);

    private static Reply List(Call call) => Reply.Ok(Wire.List(Registry(call).Of(Guild(call)).Select(command => Shape(call, command))));

    private static Reply Overwrite(Call call)
    {
        var list = call.Body.Json as JsonArray ?? throw FormErrors.Single("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        return Reply.Ok(Wire.List(Registry(call).Overwrite(Guild(call), list).Select(command => Shape(call, command))));
    }

    private static Reply Create(Call call)
    {
        var command = Registry(call).Upsert(Guild(call), call.Form(), out var isNew);
        return new Reply(isNew ? 201 : 200, Shape(call, command));
    }

    private static Reply Delete(Call call)
    {
        Registry(call).Delete(Guild(call), call.Id("command_id"));
        return Reply.NoContent;
    }

    /// <summary>What a member's client shows in its command picker.</summary>
    private static Reply Index(Call call)
    {
        var guild = call.Guild();
        var member = guild.Members[call.Caller.Id];
        var isInstalled = guild.Members.ContainsKey(call.World.Application.Id);
        var commands = call.World.Application.Commands
            .Where(command => isInstalled && (command.GuildId ?? guild.Id) == guild.Id && CommandRights.MaySee(command, member, guild)).ToList();
        return Reply.Ok(new JsonObject
        {
            ["applications"] = isInstalled ? new JsonArray(ApplicationShape.Brief(call.World.Application)) : new JsonArray(),
            ["application_commands"] = Wire.List(commands.Select(command => Shape(call, command))),
            ["version"] = Wire.Id(commands.Select(command => command.Version).DefaultIfEmpty().Max()),
        });
    }
}
