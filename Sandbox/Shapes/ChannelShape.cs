using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class ChannelShape
{
    public static JsonObject Of(Channel channel)
    {
        var shape = new JsonObject
        {
            ["id"] = Wire.Id(channel.Id),
            ["type"] = (int)channel.Kind,
            ["last_message_id"] = Wire.Id(channel.LastMessageId),
            ["flags"] = 0,
            ["guild_id"] = Wire.Id(channel.Guild.Id),
            ["name"] = channel.Name,
            ["parent_id"] = Wire.Id(channel.Parent?.Id),
            ["rate_limit_per_user"] = channel.SlowModeSeconds,
        };
        if (channel.Thread is { } thread)
            AddThread(shape, thread);
        else
            AddTopLevel(shape, channel);
        return shape;
    }

    public static JsonObject ThreadMember(Channel thread, ulong user) => new()
    {
        ["id"] = Wire.Id(thread.Id),
        ["user_id"] = Wire.Id(user),
        ["join_timestamp"] = Wire.Time(thread.Thread!.Members[user]),
        ["flags"] = 0,
    };

    /// <summary>With the reader's membership, if it is a thread that the reader joined.</summary>
    public static JsonObject ForReader(Channel channel, ulong reader)
    {
        var shape = Of(channel);
        if (channel.Thread?.Members.ContainsKey(reader) == true)
            shape["member"] = ThreadMember(channel, reader);
        return shape;
    }

    /// <summary>What an interaction tells of its channel: all of it, and the caller's permissions in it.</summary>
    public static JsonObject Interacting(Channel channel, Permission permissions)
    {
        var shape = Of(channel);
        shape.Remove("permission_overwrites");
        shape["permissions"] = Wire.Bits(permissions);
        return shape;
    }

    private static void AddThread(JsonObject shape, ThreadDetails thread)
    {
        shape["owner_id"] = Wire.Id(thread.Owner);
        shape["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.Archived,
            ["archive_timestamp"] = Wire.Time(thread.ArchiveChangedAt),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.Locked,
            ["create_timestamp"] = Wire.Time(thread.CreatedAt),
        };
        shape["message_count"] = thread.MessageCount;
        shape["member_count"] = Math.Min(thread.Members.Count, 50);
        shape["total_message_sent"] = thread.TotalMessageSent;
    }

    private static void AddTopLevel(JsonObject shape, Channel channel)
    {
        shape["topic"] = channel.Topic;
        shape["position"] = channel.Position;
        shape["permission_overwrites"] = Wire.List(channel.Overwrites.Values.Select(Of));
        shape["nsfw"] = channel.AgeRestricted;
    }

    private static JsonObject Of(Overwrite overwrite) => new()
    {
        ["id"] = Wire.Id(overwrite.Id),
        ["type"] = overwrite.IsMember ? 1 : 0,
        ["allow"] = Wire.Bits(overwrite.Allow),
        ["deny"] = Wire.Bits(overwrite.Deny),
    };
}
