using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class UserShape
{
    public static JsonObject Of(User user)
    {
        var shape = new JsonObject
        {
            ["id"] = Wire.Id(user.Id),
            ["username"] = user.Name,
            ["avatar"] = user.Avatar,
            ["discriminator"] = "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["banner"] = null,
            ["accent_color"] = null,
            ["global_name"] = null,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
        };
        if (user.IsBot)
            shape["bot"] = true;
        return shape;
    }

    /// <summary>The caller's own user: <c>GET /users/@me</c>.</summary>
    public static JsonObject Own(User user)
    {
        var shape = Of(user);
        shape["mfa_enabled"] = user.IsBot;
        shape["locale"] = "en-US";
        shape["premium_type"] = 0;
        shape["email"] = null;
        shape["verified"] = true;
        return shape;
    }
}
