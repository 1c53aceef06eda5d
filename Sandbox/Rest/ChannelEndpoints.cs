using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

internal static class ChannelEndpoints
{
    public static void Map(Router router)
    {
        router.Get("/channels/{channel_id}", call => Reply.Ok(ChannelShape.ForReader(call.Channel().Channel, call.Caller.Id)));
        router.Patch("/channels/{channel_id}", Change);
        router.Delete("/channels/{channel_id}", Delete);
        router.Post("/channels/{channel_id}/typing", Typing);
        router.Put("/channels/{channel_id}/permissions/{overwrite_id}", SetOverwrite);
        router.Delete("/channels/{channel_id}/permissions/{overwrite_id}", RemoveOverwrite);
    }

    private static Reply Change(Call call)
    {
        var (channel, rights) = call.Channel();
        var form = call.Form();
        if (channel.IsThread)
            return Threads.Change(call, channel, rights, form);
        Call.Need(rights, Permission.ManageChannels);
        var name = form.Text("name", 100, 1);
        var topic = form.Text("topic", 1024);
        var slow = form.Integer("rate_limit_per_user", 0, 21600);
        var nsfw = form.Flag("nsfw");
        form.Errors.ThrowIfAny();
        channel.Name = name ?? channel.Name;
        channel.Topic = form.Has("topic") ? topic : channel.Topic;
        channel.SlowModeSeconds = (int)(slow ?? channel.SlowModeSeconds);
        channel.AgeRestricted = nsfw ?? channel.AgeRestricted;
        call.Backstage.Events.ChannelUpdated(channel);
        return Reply.Ok(ChannelShape.Of(channel));
    }

    private static Reply Delete(Call call)
    {
        var (channel, _) = call.Channel();
        call.Channel(channel.IsThread ? Permission.ManageThreads : Permission.ManageChannels);
        var shape = ChannelShape.Of(channel);
        foreach (var thread in channel.Guild.Threads.Where(thread => thread.Parent == channel).ToList())
        {
            call.Backstage.Events.ThreadDeleted(thread);
            call.World.Remove(thread);
        }
        if (channel.IsThread)
            call.Backstage.Events.ThreadDeleted(channel);
        else
            call.Backstage.Events.ChannelDeleted(channel);
        call.World.Remove(channel);
        return Reply.Ok(shape);
    }

    private static Reply Typing(Call call)
    {
        var (channel, rights) = call.Channel();
        Call.Need(rights, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
        call.Backstage.Events.Typing(channel, channel.Guild.Members[call.Caller.Id]);
        return Reply.NoContent;
    }

    private static Reply SetOverwrite(Call call)
    {
        var (channel, _) = call.Channel(Permission.ManageRoles);
        Overwrites.Set(call, channel);
        return Reply.NoContent;
    }

    private static Reply RemoveOverwrite(Call call)
    {
        var (channel, _) = call.Channel(Permission.ManageRoles);
        Overwrites.Remove(call, channel);
        return Reply.NoContent;
    }
}
