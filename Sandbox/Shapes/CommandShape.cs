using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class CommandShape
{
    public static JsonObject Of(ApplicationCommand command, ulong application)
    {
        var shape = (JsonObject)command.Declaration.DeepClone();
        shape["id"] = Wire.Id(command.Id);
        shape["application_id"] = Wire.Id(application);
        shape["version"] = Wire.Id(command.Version);
        if (command.GuildId is { } guild)
            shape["guild_id"] = Wire.Id(guild);
        return shape;
    }
}
