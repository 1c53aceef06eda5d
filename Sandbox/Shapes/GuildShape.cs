using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class GuildShape
{
    public static JsonObject Of(Guild guild) => new()
    {
        ["id"] = Wire.Id(guild.Id),
        ["name"] = guild.Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["banner"] = null,
        ["owner_id"] = Wire.Id(guild.Owner),
        ["application_id"] = null,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 0,
        ["roles"] = Wire.List(guild.Roles.Values.Select(RoleShape.Of)),
        ["default_message_notifications"] = 0,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    /// <summary>One of the caller's servers: <c>GET /users/@me/guilds</c>.</summary>
    public static JsonObject Mine(Guild guild, Member member) => new()
    {
        ["id"] = Wire.Id(guild.Id),
        ["name"] = guild.Name,
        ["icon"] = null,
        ["banner"] = null,
        ["owner"] = guild.Owner == member.User.Id,
        ["permissions"] = Wire.Bits(Rights.Of(member, guild)),
        ["features"] = new JsonArray(),
    };

    /// <summary>What <c>GUILD_CREATE</c> adds: the state that a client starts from, as far as this reader may see it.</summary>
    public static JsonObject Arriving(Guild guild, ulong reader, bool allMembers)
    {
        var shape = Of(guild);
        shape["joined_at"] = Wire.Time(guild.Members[reader].JoinedAt);
        shape["large"] = guild.Members.Count > 250;
        shape["unavailable"] = false;
        shape["member_count"] = guild.Members.Count;
        shape["voice_states"] = new JsonArray();
        shape["members"] = Wire.List(guild.Members.Values.Where(member => allMembers || member.User.Id == reader).Select(MemberShape.Of));
        shape["channels"] = Wire.List(guild.TopLevel.Where(channel => Rights.Sees(reader, channel)).Select(ChannelShape.Of));
        shape["threads"] = Wire.List(guild.Threads.Where(thread => !thread.Thread!.Archived && Rights.Sees(reader, thread))
            .Select(thread => ChannelShape.ForReader(thread, reader)));
        shape["presences"] = new JsonArray();
        shape["stage_instances"] = new JsonArray();
        shape["guild_scheduled_events"] = new JsonArray();
        shape["soundboard_sounds"] = new JsonArray();
        return shape;
    }

    public static JsonObject Unavailable(ulong guild) => new() { ["id"] = Wire.Id(guild), ["unavailable"] = true };
}
