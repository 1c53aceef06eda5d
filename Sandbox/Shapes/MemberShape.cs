using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class MemberShape
{
    public static JsonObject Of(Member member)
    {
        var shape = Partial(member);
        shape["user"] = UserShape.Of(member.User);
        return shape;
    }

    /// <summary>Without the user, as beside a message's author.</summary>
    public static JsonObject Partial(Member member) => new()
    {
        ["avatar"] = null,
        ["banner"] = null,
        ["communication_disabled_until"] = null,
        ["flags"] = 0,
        ["joined_at"] = Wire.Time(member.JoinedAt),
        ["nick"] = member.Nick,
        ["pending"] = false,
        ["premium_since"] = null,
        ["roles"] = Wire.Ids(member.Roles),
        ["mute"] = false,
        ["deaf"] = false,
    };

    /// <summary>With the member's permissions in a channel, as in an interaction.</summary>
    public static JsonObject Interacting(Member member, Channel channel)
    {
        var shape = Of(member);
        shape["permissions"] = Wire.Bits(Rights.Of(member, channel));
        return shape;
    }

    /// <summary>Partial, with permissions, as in resolved data.</summary>
    public static JsonObject Resolved(Member member, Channel channel)
    {
        var shape = Partial(member);
        shape.Remove("mute");
        shape.Remove("deaf");
        shape["permissions"] = Wire.Bits(Rights.Of(member, channel));
        return shape;
    }
}
