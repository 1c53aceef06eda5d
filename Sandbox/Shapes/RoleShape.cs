using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class RoleShape
{
    public static JsonObject Of(Role role)
    {
        var shape = new JsonObject
        {
            ["id"] = Wire.Id(role.Id),
            ["name"] = role.Name,
            ["description"] = null,
            ["permissions"] = Wire.Bits(role.Permissions),
            ["position"] = role.Position,
            ["color"] = role.Color,
            ["colors"] = new JsonObject { ["primary_color"] = role.Color, ["secondary_color"] = null, ["tertiary_color"] = null },
            ["hoist"] = role.Hoist,
            ["managed"] = role.ManagedFor is not null,
            ["mentionable"] = role.Mentionable,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["flags"] = 0,
        };
        if (role.ManagedFor is { } bot)
            shape["tags"] = new JsonObject { ["bot_id"] = Wire.Id(bot) };
        return shape;
    }
}
