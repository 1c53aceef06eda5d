using System.Text.Json.Nodes;
using Sandbox.Messages;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Rest;

internal static class MessageEndpoints
{
    private const string Place = "/channels/{channel_id}/messages";

    public static void Map(Router router)
    {
        router.Get(Place, List);
        router.Post(Place, Create);
        router.Post(Place + "/bulk-delete", BulkDelete);
        router.Get(Place + "/{message_id}", Get);
        router.Patch(Place + "/{message_id}", Edit);
        router.Delete(Place + "/{message_id}", Delete);
    }

    private static Reply List(Call call)
    {
        var (channel, rights) = call.Channel();
        if (!channel.HoldsMessages)
            throw ApiError.NotInVoiceOrCategory();
        if (!rights.HasFlag(Permission.ReadMessageHistory))
            return Reply.Ok(new JsonArray());
        var limit = call.QueryNumber("limit", 50, 1, 100);
        var visible = channel.Messages.Values.Where(message => message.VisibleTo(call.Caller.Id)).ToList();
        IEnumerable<Message> page;
        if (call.QueryId("around") is { } around)
            page = visible.Where(message => message.Id <= around).TakeLast(limit / 2 + 1)
                .Concat(visible.Where(message => message.Id > around).Take(limit - limit / 2 - 1));
        else if (call.QueryId("after") is { } after)
            page = visible.Where(message => message.Id > after).Take(limit);
        else if (call.QueryId("before") is { } before)
            page = visible.Where(message => message.Id < before).TakeLast(limit);
        else
            page = visible.TakeLast(limit);
        return Reply.Ok(Wire.List(page.Reverse().Select(message => Shape(call, message))));
    }

    private static Reply Get(Call call)
    {
        var (channel, _) = call.Channel(Permission.ReadMessageHistory);
        return Reply.Ok(Shape(call, call.Message(channel)));
    }

    private static Reply Create(Call call)
    {
        var (channel, rights) = call.Channel();
        if (!channel.HoldsMessages)
            throw ApiError.NotInVoiceOrCategory();
        Call.Need(rights, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
        var draft = DraftReader.Read(call.Form(), call.Body.Files);
        NeedFor(draft, rights);
        if (call.Backstage.Messages.SentBefore(call.Caller, draft) is { } same)
            return Reply.Ok(Shape(call, same));
        RefuseTooFast(call, channel, rights);
        var replied = Replied(channel, draft);
        OpenThread(call, channel, rights);
        var message = new Message(call.World.Ids.Next(), channel, call.Caller, replied is null ? MessageKind.Default : MessageKind.Reply, call.World.Now)
        {
            RepliesTo = replied,
        };
        return Reply.Ok(Shape(call, call.Backstage.Messages.Post(message, draft)));
    }

    private static Reply Edit(Call call)
    {
        var (channel, rights) = call.Channel();
        var message = call.Message(channel);
        var draft = DraftReader.Read(call.Form(), call.Body.Files, message.Flags.HasFlag(MessageFlag.ComponentsV2));
        if (message.Author != call.Caller || message.IsEphemeral)
            throw ApiError.NotTheAuthor();
        if (channel.Thread is { Archived: true })
            throw ApiError.ThreadArchived();
        NeedFor(draft, rights);
        call.Backstage.Messages.Edit(message, draft);
        return Reply.Ok(Shape(call, message));
    }

    private static Reply Delete(Call call)
    {
        var (channel, rights) = call.Channel();
        var message = call.Message(channel);
        if (message.Author != call.Caller && !message.IsEphemeral)
            Call.Need(rights, Permission.ManageMessages);
        call.Backstage.Messages.Delete(message);
        return Reply.NoContent;
    }

    private static Reply BulkDelete(Call call)
    {
        var (channel, _) = call.Channel(Permission.ManageMessages);
        var list = call.Form().List("messages", int.MaxValue, required: true);
        if (list is null || list.Count is < 2 or > 100)
            throw ApiError.BulkDeleteCount();
        var oldest = Snowflakes.First(call.World.Now - TimeSpan.FromDays(14));
        var ids = list.Select(node => Snowflakes.TryParse(node?.ToString(), out var id) ? id : 0).ToList();
        if (ids.Any(id => id < oldest))
            throw ApiError.TooOldToBulkDelete();
        var found = ids.Select(channel.Messages.GetValueOrDefault).OfType<Message>().Where(message => !message.IsEphemeral).ToList();
        foreach (var message in found)
            call.Backstage.Messages.Remove(message);
        call.Backstage.Events.MessagesDeleted(channel, [.. found.Select(message => message.Id)]);
        return Reply.NoContent;
    }

    private static void NeedFor(MessageDraft draft, Permission rights)
    {
        if (draft.Files.Count > 0)
            Call.Need(rights, Permission.AttachFiles);
        if (draft.Embeds is { Count: > 0 })
            Call.Need(rights, Permission.EmbedLinks);
    }

    private static void RefuseTooFast(Call call, Channel channel, Permission rights)
    {
        if (channel.SlowModeSeconds == 0 || (rights & (Permission.ManageMessages | Permission.ManageChannels)) != 0)
            return;
        var earliest = call.World.Now - TimeSpan.FromSeconds(channel.SlowModeSeconds);
        if (channel.Messages.Values.Any(message => message.Author == call.Caller && message.CreatedAt > earliest))
            throw ApiError.SlowMode();
    }

    private static Message? Replied(Channel channel, MessageDraft draft)
    {
        if (draft.Reference is not { } reference)
            return null;
        if (channel.Messages.TryGetValue(reference.MessageId, out var message) && !message.IsEphemeral)
            return message;
        return reference.MustExist ? throw FormErrors.Single("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message") : null;
    }

    /// <summary>A message opens an archived thread again, unless a moderator locked it.</summary>
    private static void OpenThread(Call call, Channel channel, Permission rights)
    {
        if (channel.Thread is not { } thread)
            return;
        if (thread.Locked && !rights.HasFlag(Permission.ManageThreads))
            throw ApiError.ThreadArchived();
        if (thread.Archived)
        {
            (thread.Archived, thread.ArchiveChangedAt) = (false, call.World.Now);
            call.Backstage.Events.ThreadUpdated(channel);
        }
        if (thread.Members.TryAdd(call.Caller.Id, call.World.Now))
            call.Backstage.Events.ThreadMembersChanged(channel, [call.Caller.Id], []);
    }

    private static JsonObject Shape(Call call, Message message) =>
        call.Backstage.Messages.Shape.Of(message, call.Caller.Id, MayRead(call, message));

    /// <summary>Without the content intent, granted to the application, a bot reads its own messages and those that mention it.</summary>
    private static bool MayRead(Call call, Message message) =>
        !call.IsBot || (call.World.Application.Flags & (1 << 18 | 1 << 19)) != 0
        || message.Author == call.Caller || message.MentionedUsers.Contains(call.Caller.Id);
}
