using Sandbox.Messages;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

internal static class ThreadEndpoints
{
    public static void Map(Router router)
    {
        router.Post("/channels/{channel_id}/messages/{message_id}/threads", FromMessage);
        router.Post("/channels/{channel_id}/threads", WithoutMessage);
        router.Get("/channels/{channel_id}/thread-members", Members);
        router.Put("/channels/{channel_id}/thread-members/@me", call => Join(call, call.Caller.Id));
        router.Put("/channels/{channel_id}/thread-members/{user_id}", call => Join(call, call.Id("user_id")));
        router.Delete("/channels/{channel_id}/thread-members/@me", call => Leave(call, call.Caller.Id));
        router.Delete("/channels/{channel_id}/thread-members/{user_id}", call => Leave(call, call.Id("user_id")));
        router.Get("/guilds/{guild_id}/threads/active", Active);
        router.Get("/channels/{channel_id}/threads/archived/public", Archived);
    }

    private static Reply FromMessage(Call call)
    {
        var (channel, _) = call.Channel(Permission.CreatePublicThreads | Permission.ReadMessageHistory);
        if (channel.IsThread || channel.Kind == ChannelKind.Forum)
            throw new ApiError(400, 50024, "Cannot execute action on this channel type");
        var message = call.Message(channel);
        if (message.IsEphemeral)
            throw ApiError.UnknownMessage();
        if (message.Flags.HasFlag(MessageFlag.HasThread))
            throw ApiError.ThreadExists();
        var thread = Threads.Create(call, channel, message.Id, channel.Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread);
        message.Flags |= MessageFlag.HasThread;
        call.Backstage.Events.ThreadCreated(thread);
        call.Backstage.Events.MessageUpdated(message);
        call.Backstage.Messages.Add(new Message(call.World.Ids.Next(), thread, message.Author, MessageKind.ThreadStarter, call.World.Now) { RepliesTo = message });
        return Reply.Created(ChannelShape.ForReader(thread, call.Caller.Id));
    }

    private static Reply WithoutMessage(Call call)
    {
        var (channel, rights) = call.Channel();
        if (channel.Kind == ChannelKind.Forum)
            return Post(call, channel, rights);
        if (channel.IsThread || channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
            throw new ApiError(400, 50024, "Cannot execute action on this channel type");
        var kind = (ChannelKind)(call.Form().Integer("type", 10, 12) ?? (int)ChannelKind.PrivateThread);
        Call.Need(rights, kind == ChannelKind.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
        var thread = Threads.Create(call, channel, call.World.Ids.Next(), kind);
        call.Backstage.Events.ThreadCreated(thread);
        if (kind != ChannelKind.PrivateThread)
            call.Backstage.Messages.Add(new Message(call.World.Ids.Next(), channel, call.Caller, MessageKind.ThreadCreated, call.World.Now) { Content = thread.Name });
        return Reply.Created(ChannelShape.ForReader(thread, call.Caller.Id));
    }

    /// <summary>In a forum, a thread begins with its message, and both share an id.</summary>
    private static Reply Post(Call call, Channel forum, Permission rights)
    {
        Call.Need(rights, Permission.SendMessages);
        var form = call.Form();
        var inner = form.Object("message", required: true);
        form.Errors.ThrowIfAny();
        var draft = DraftReader.Read(inner!.Value, call.Body.Files);
        var thread = Threads.Create(call, forum, call.World.Ids.Next(), ChannelKind.PublicThread);
        call.Backstage.Events.ThreadCreated(thread);
        var message = call.Backstage.Messages.Post(new Message(thread.Id, thread, call.Caller, MessageKind.Default, call.World.Now), draft);
        var shape = ChannelShape.ForReader(thread, call.Caller.Id);
        shape["message"] = call.Backstage.Messages.Shape.Of(message, call.Caller.Id);
        return Reply.Created(shape);
    }

    private static Reply Members(Call call)
    {
        var thread = Thread(call);
        return Reply.Ok(Wire.List(thread.Thread!.Members.Keys.Select(user => ChannelShape.ThreadMember(thread, user))));
    }

    private static Channel Thread(Call call) =>
        call.Channel().Channel is { IsThread: true } thread ? thread : throw new ApiError(400, 50024, "Cannot execute action on this channel type");

    private static Reply Join(Call call, ulong user)
    {
        var thread = Thread(call);
        if (thread.Thread!.Archived)
            throw ApiError.ThreadArchived();
        if (!thread.Guild.Members.ContainsKey(user))
            throw ApiError.UnknownMember();
        if (thread.Thread.Members.TryAdd(user, call.World.Now))
            call.Backstage.Events.ThreadMembersChanged(thread, [user], []);
        return Reply.NoContent;
    }

    private static Reply Leave(Call call, ulong user)
    {
        var thread = Thread(call);
        if (user != call.Caller.Id)
            call.Channel(Permission.ManageThreads);
        if (thread.Thread!.Members.Remove(user))
            call.Backstage.Events.ThreadMembersChanged(thread, [], [user]);
        return Reply.NoContent;
    }

    private static Reply Active(Call call)
    {
        var threads = call.Guild().Threads.Where(thread => !thread.Thread!.Archived && Rights.Sees(call.Caller.Id, thread)).ToList();
        return List(call, threads);
    }

    private static Reply Archived(Call call)
    {
        var (channel, _) = call.Channel(Permission.ReadMessageHistory);
        return List(call, [.. channel.Guild.Threads.Where(thread => thread.Parent == channel && thread.Thread!.Archived && Rights.Sees(call.Caller.Id, thread))
            .OrderByDescending(thread => thread.Thread!.ArchiveChangedAt)]);
    }

    private static Reply List(Call call, IReadOnlyList<Channel> threads)
    {
        return Reply.Ok(new System.Text.Json.Nodes.JsonObject
        {
            ["threads"] = Wire.List(threads.Select(thread => ChannelShape.ForReader(thread, call.Caller.Id))),
            ["members"] = Wire.List(threads.Where(thread => thread.Thread!.Members.ContainsKey(call.Caller.Id))
                .Select(thread => ChannelShape.ThreadMember(thread, call.Caller.Id))),
            ["has_more"] = false,
        });
    }
}
