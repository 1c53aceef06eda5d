using Sandbox.World;

namespace Sandbox.Rest;

/// <summary>Setting and removing a channel's permission overwrites. Who comes to see the channel hears of it, and who loses it too.</summary>
internal static class Overwrites
{
    public static void Set(Call call, Channel channel)
    {
        var form = call.Form();
        var id = call.Id("overwrite_id");
        var type = form.Integer("type", 0, 1, required: true);
        var (allow, deny) = (form.Permissions("allow") ?? 0, form.Permissions("deny") ?? 0);
        form.Errors.ThrowIfAny();
        Change(call, channel, () => channel.Overwrites[id] = new Overwrite(id, type == 1, allow, deny));
    }

    public static void Remove(Call call, Channel channel)
    {
        var id = call.Id("overwrite_id");
        if (!channel.Overwrites.ContainsKey(id))
            throw ApiError.UnknownOverwrite();
        Change(call, channel, () => channel.Overwrites.Remove(id));
    }

    private static void Change(Call call, Channel channel, Action change)
    {
        var before = Seers(channel);
        change();
        var after = Seers(channel);
        call.Backstage.Events.ChannelSeenBy(channel, 
            appearsTo: after.Except(before).ToHashSet(), vanishesFrom: before.Except(after).ToHashSet(), stays: before.Intersect(after).ToHashSet());
    }

    private static HashSet<ulong> Seers(Channel channel) => [.. channel.Guild.Members.Keys.Where(user => Rights.Sees(user, channel))];
}
